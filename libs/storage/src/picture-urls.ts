import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Picture } from '@wuhao/contracts';
import { Clock, env } from '@wuhao/core';
import type { PictureVariant } from './picture-keys';

/** So much of a row as its picture needs. */
export type PictureRow = { studentId: string; fileId: string; width: number; height: number };
export type PictureName = { studentId: string; fileId: string };

/** Every URL made within one window is the same, so that caches work; it lives for two to three windows. */
const WINDOW_SECONDS = 5 * 60;
const WINDOWS = 3;
/** Of the 43 characters of a MAC each variant has 21: 126 bits. */
const SIGNATURE_LENGTH = 21;
const MOST_KEPT = 10_000;

/**
 * URLs that load in an `<img>` without headers, for whoever has been given one, for at most 15 minutes. They are
 * relative to the origin of the API. The reference in the path is the two ids; the signature is HMAC-SHA256 over
 * reference and expiry, of which each variant has its own half.
 */
@Injectable()
export class PictureUrls {
  private readonly key = createSecretKey(Buffer.from(env().FILE_URL_SECRET));
  private made = new Map<string, { url: string; thumbnailUrl: string }>();
  private madeFor = 0;

  constructor(private readonly clock: Clock) {}

  pictureOf({ studentId, fileId, width, height }: PictureRow): Picture {
    const { url, thumbnailUrl } = this.urlsOf(studentId, fileId);
    return { id: fileId, url, thumbnailUrl, width, height };
  }

  /** The picture that a URL names and how long it still lives; null when it was not made here or is over. */
  verify(
    reference: string,
    variant: PictureVariant,
    expiresAt: number,
    signature: string,
  ): (PictureName & { secondsLeft: number }) | null {
    const secondsLeft = expiresAt - Math.floor(this.clock.now().getTime() / 1000);
    if (secondsLeft <= 0 || secondsLeft > WINDOWS * WINDOW_SECONDS) return null;
    const given = Buffer.from(signature);
    const right = Buffer.from(half(this.mac(reference, expiresAt), variant));
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    const ids = Buffer.from(reference, 'base64url').toString('hex');
    return { studentId: uuid(ids.slice(0, 32)), fileId: uuid(ids.slice(32)), secondsLeft };
  }

  private urlsOf(studentId: string, fileId: string) {
    const window = Math.floor(this.clock.now().getTime() / 1000 / WINDOW_SECONDS);
    if (window !== this.madeFor || this.made.size >= MOST_KEPT) {
      this.made = new Map();
      this.madeFor = window;
    }
    const known = this.made.get(fileId);
    if (known) return known;

    const reference = Buffer.from((studentId + fileId).replaceAll('-', ''), 'hex').toString('base64url');
    const expiresAt = (window + WINDOWS) * WINDOW_SECONDS;
    const mac = this.mac(reference, expiresAt);
    const url = (variant: PictureVariant) =>
      `/api/v1/files/${reference}?v=${variant}&e=${expiresAt}&s=${half(mac, variant)}`;
    const urls = { url: url('picture'), thumbnailUrl: url('thumbnail') };
    this.made.set(fileId, urls);
    return urls;
  }

  private mac(reference: string, expiresAt: number): string {
    return createHmac('sha256', this.key).update(`${reference}.${expiresAt}`).digest('base64url');
  }
}

const half = (mac: string, variant: PictureVariant) =>
  variant === 'picture' ? mac.slice(0, SIGNATURE_LENGTH) : mac.slice(SIGNATURE_LENGTH, 2 * SIGNATURE_LENGTH);

const uuid = (hex: string) =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
