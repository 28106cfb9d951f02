import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { SelfServiceForm } from '../channels/self-service.requests.js';

/** What the worker's page sends: the channel's form without what a platform adds. When it came in, the server says; photos follow one by one under the tracking code. */
export class PublicClaim extends SelfServiceForm {
  /** Drawn by the page, and known to nobody else: the same again gets the same answer. */
  @IsUUID()
  formId!: string;

  /** From the QR code of the site. */
  @IsOptional() @IsString() @Length(1, 80)
  site?: string;
}
