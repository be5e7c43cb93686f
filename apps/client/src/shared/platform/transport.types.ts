export interface OutgoingRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  /** JSON text. */
  body?: string;
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface OutgoingUpload {
  url: string;
  headers: Record<string, string>;
  /** Form fields that go before the file. */
  fields: Record<string, string>;
  photo: LocalPhoto;
  /** In all. */
  timeoutMs: number;
  /** Since it last went on. */
  silenceMs: number;
  signal?: AbortSignal;
  onProgress?: (part: number) => void;
}

export interface IncomingReply {
  status: number;
  /** Parsed JSON; undefined where there was none. */
  body: unknown;
  /** There was text, and it was no JSON: not our server speaks, but a gateway or a portal on the way. */
  isForeign?: boolean;
  /** Retry-After, where the server sent it as seconds. */
  retryAfterMs?: number;
}

export const parseReply = (text: string): Pick<IncomingReply, 'body' | 'isForeign'> => {
  try {
    return { body: text ? JSON.parse(text) : undefined };
  } catch {
    return { body: undefined, isForeign: true };
  }
};

/** Calls `onSilent` when nothing has been heard for so long, until it ends. */
export const listenFor = (silenceMs: number, onSilent: () => void) => {
  let timer: ReturnType<typeof setTimeout> | null = setTimeout(onSilent, silenceMs);
  const stop = () => timer !== null && clearTimeout(timer);
  return {
    heard: (): void => {
      if (timer === null) return;
      stop();
      timer = setTimeout(onSilent, silenceMs);
    },
    end: (): void => {
      stop();
      timer = null;
    },
  };
};

/** Dates, which the header may also carry, need a clock that agrees with the server's: they count as silence. */
export const toRetryAfterMs = (header: string | null | undefined): number | undefined =>
  header && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : undefined;

/** Rejects with an ApiError NETWORK, TIMEOUT or CANCELLED; any answer of a server resolves. */
export interface Transport {
  send(request: OutgoingRequest): Promise<IncomingReply>;
  upload(upload: OutgoingUpload): Promise<IncomingReply>;
}

/** A photo that is still only on this device. */
export interface LocalPhoto {
  /** Made on this device; also its upload's idempotency key. */
  id: string;
  /** Something that an <image> can show. */
  url: string;
  /** H5: the file itself. Mini-program: its path is `url`. */
  file?: File;
  /** Its size, where the device says so. */
  bytes?: number;
}
