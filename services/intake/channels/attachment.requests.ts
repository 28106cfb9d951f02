import { IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';

/** A file that the channel keeps: its name, its SHA-256 and where it can be fetched. */
export class AttachmentRequest {
  @IsString() @Length(1, 200)
  name!: string;

  @Matches(/^[0-9a-f]{64}$/)
  sha256!: string;

  /** Bytes. */
  @IsInt() @Min(0) @Max(104_857_600)
  size!: number;

  @IsString() @Length(8, 500) @Matches(/^(https:\/\/|urn:)[\x21-\x7e]+$/)
  uri!: string;
}
