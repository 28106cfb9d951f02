import type { FastifyRequest } from 'fastify';
import { renderSVG } from 'uqr';
import type { Config } from './config.js';

/** A QR code (ISO/IEC 18004, a quarter of it may be damaged) as an SVG without styles or scripts: for an `img`, or for print. */
export function qrSvg(text: string): string {
  return renderSVG(text, { border: 4, ecc: 'Q' });
}

/** Where people reach this installation: as it is configured, else as this request did. Only who asked reads the answer, so a forged host deceives its forger. */
export function publicUrl({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>, { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return (PUBLIC_URL ?? `${protocol}://${host}`).replace(/\/$/, '');
}
