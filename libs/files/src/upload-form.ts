import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { FILE_PURPOSES, type FilePurpose } from '@wuhao/contracts';
import { invalid } from '@wuhao/core';
import { MAX_UPLOAD_BYTES, tooLarge, type ReceivedPicture } from '@wuhao/storage';

export type UploadForm = { purpose: FilePurpose; picture: ReceivedPicture };

/** Boundaries, headers and the field `purpose` around the picture. */
const FORM_OVERHEAD_BYTES = 16 * 1024;
/** 10 MB at 35 kB/s: the slowest network on which a family would wait. */
const FORM_TIMEOUT_MS = 5 * 60 * 1000;
const DRAIN_TIMEOUT_MS = 60 * 1000;
const DRAIN_WATCH_MS = 250;
const CLOSE_TIMEOUT_MS = 10 * 1000;
const DRAIN_BYTES = 64 * 1024 * 1024;
const LIMITS = {
  fields: 2,
  fieldSize: 64,
  fieldNameSize: 64,
  files: 2,
  parts: 4,
  headerPairs: 16,
  headerSize: 4096,
};

/**
 * Reads the form of an upload: the text field `purpose`, then the picture `file`, and nothing else. It is refused as
 * soon as it is known to be wrong, while the client is still sending: what still comes is read and dropped within
 * limits, because a client that cannot send any more would not read the answer.
 */
export async function readUploadForm(
  request: IncomingMessage,
  receive: (file: Readable) => Promise<ReceivedPicture>,
): Promise<UploadForm> {
  const timer = setTimeout(() => request.destroy(), FORM_TIMEOUT_MS);
  try {
    return await parse(request, receive);
  } catch (error) {
    drain(request);
    if (closesAfterAnswer(request)) await endOf(request);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function parse(
  request: IncomingMessage,
  receive: (file: Readable) => Promise<ReceivedPicture>,
): Promise<UploadForm> {
  if (Number(request.headers['content-length']) > MAX_UPLOAD_BYTES + FORM_OVERHEAD_BYTES)
    throw tooLarge('The upload is too large');
  const busboy = openForm(request);
  let purpose: FilePurpose | undefined;
  let incoming: Readable | undefined;
  let received: Promise<ReceivedPicture> | undefined;

  return new Promise((resolve, reject) => {
    let refused = false;
    const refuse = (error: unknown) => {
      if (refused) return;
      refused = true;
      request.unpipe(busboy);
      busboy.destroy();
      // The picture may be on its way, or complete: either way nobody takes it any more.
      incoming?.destroy(error instanceof Error ? error : undefined);
      const settled = received?.then((picture) => picture.discard()) ?? Promise.resolve();
      void settled.catch(() => undefined).then(() => reject(error));
    };

    busboy.on('field', (name, value) => {
      if (refused) return;
      const known = FILE_PURPOSES.find((known) => known === value);
      if (name !== 'purpose' || purpose || received) return refuse(invalid(name, 'not expected here'));
      if (!known) return refuse(invalid('purpose', `one of ${FILE_PURPOSES.join(', ')}`));
      purpose = known;
    });
    busboy.on('file', (name, file) => {
      // A stream that nobody reads any more still reports that the form broke off.
      file.on('error', () => undefined);
      if (refused) return void file.resume();
      if (name !== 'file' || received) return refuse(invalid(name, 'one picture, in the field "file"'));
      if (!purpose) return refuse(invalid('purpose', 'comes before the file'));
      incoming = file;
      received = receive(file);
      received.catch(refuse);
    });
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
      busboy.on(limit, () => refuse(invalid('', 'more parts than a picture and its purpose')));
    busboy.on('error', () => refuse(invalid('', 'not a well-formed form')));
    busboy.on('finish', () => {
      if (!received || !purpose) return refuse(invalid('file', 'a picture is required'));
      const complete = { purpose };
      received.then((picture) => refused || resolve({ ...complete, picture }), refuse);
    });
    request.once('close', () => request.readableEnded || refuse(new Error('the client went away')));
    request.pipe(busboy);
  });
}

function openForm(request: IncomingMessage): BusboyInstance {
  try {
    return new Busboy({
      headers: request.headers as BusboyHeaders,
      limits: LIMITS,
    });
  } catch {
    throw invalid('', 'multipart/form-data with a boundary is required');
  }
}

/**
 * Counted at the socket: once the answer is out, Node takes the rest by itself and shows it to nobody. A client that
 * goes on beyond the limits is cut off.
 */
function drain(request: IncomingMessage): void {
  if (request.destroyed) return;
  const { socket } = request;
  const limit = socket.bytesRead + DRAIN_BYTES;
  const deadline = Date.now() + DRAIN_TIMEOUT_MS;
  const watch = setInterval(() => {
    if (socket.bytesRead > limit || Date.now() > deadline) socket.destroy();
  }, DRAIN_WATCH_MS);
  watch.unref();
  request.once('close', () => clearInterval(watch));
  request.resume();
}

const closesAfterAnswer = (request: IncomingMessage) =>
  request.httpVersion === '1.0' || request.headers.connection?.toLowerCase() === 'close';

/** Node closes such a connection right behind the answer; what still comes would reset it and take the answer along. */
async function endOf(request: IncomingMessage): Promise<void> {
  if (request.destroyed) return;
  const ended = new Promise((resolve) => request.once('close', resolve));
  await Promise.race([ended, pause(CLOSE_TIMEOUT_MS, undefined, { ref: false })]);
}
