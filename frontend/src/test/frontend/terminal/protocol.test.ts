import { describe, expect, test } from 'vitest';
import golden from '../../../../../docs/terminal-protocol/frames.json';
import { ack, decode, hello, input, reset, resize, sight } from '../../../main/frontend/terminal/protocol.js';
import { fromHex, toHex } from './hex.js';

type Fields = Record<string, string | number | boolean>;
type Example = { from: string; frame: string; name: string; fields: Fields; hex: string };

const examples = golden.frames as unknown as Example[];
const ofPlatform = examples.filter((example) => example.from === 'platform');
const ofBrowser = examples.filter((example) => example.from === 'browser' && example.fields.version !== 1);
const refused = golden.refused.filter((message) => message.from === 'platform');

/** Fields without a fixed length, each the last one of its frame. */
const VARIABLE = ['bytes', 'text'];

const number = (field: unknown) => field as number;
const size = (fields: Fields) => ({ columns: number(fields.columns), rows: number(fields.rows) });

const ENCODERS: Record<string, (fields: Fields) => ArrayBuffer> = {
  Hello: (fields) => {
    const resume = fields.offset === -1 ? undefined : { epoch: BigInt(`0x${fields.epoch}`), offset: number(fields.offset) };
    return hello(String(fields.ticket), BigInt(`0x${fields.viewer}`), resume, {
      size: size(fields),
      visible: fields.visible === true,
    });
  },
  Input: (fields) => input(number(fields.offset), fromHex(String(fields.bytes))),
  Resize: (fields) => resize(size(fields)),
  Ack: (fields) => ack(number(fields.offset)),
  Sight: (fields) => sight(fields.visible === true),
  Reset: () => reset(),
};

/** Returns the decoded frame that belongs to an example. */
function decoded({ frame, fields }: Example): object {
  const { columns, rows, epoch, bytes, ...others } = fields;
  return {
    type: frame.toLowerCase(),
    ...others,
    ...(columns !== undefined && { size: { columns, rows } }),
    ...(epoch !== undefined && { epoch: BigInt(`0x${epoch}`) }),
    ...(bytes !== undefined && { bytes: fromHex(String(bytes)) }),
  };
}

function variablePart({ fields }: Example): string | undefined {
  return VARIABLE.find((field) => field in fields);
}

function fixedLength(example: Example): number {
  const field = variablePart(example);
  const length = fromHex(example.hex).length;
  return field && example.fields[field] !== '' ? length - example.hex.split(' ').at(-1)!.length / 2 : length;
}

describe('frames of the browser', () => {
  test.each(ofBrowser)('$frame has the bytes of the example: $name', ({ frame, fields, hex }) => {
    expect(toHex(ENCODERS[frame](fields))).toBe(hex.replaceAll(' ', ''));
  });

  test('each has an example', () => {
    expect(new Set(ofBrowser.map(({ frame }) => frame))).toEqual(new Set(Object.keys(ENCODERS)));
  });
});

describe('frames of the platform', () => {
  test.each(ofPlatform)('$frame has the fields of the example: $name', (example) => {
    expect(decode(fromHex(example.hex).buffer)).toEqual(decoded(example));
  });

  test.each(ofPlatform)('$frame is refused if its fixed part is cut: $name', (example) => {
    const bytes = fromHex(example.hex);
    for (let length = 0; length < fixedLength(example); length++) {
      expect(() => decode(bytes.slice(0, length).buffer), `${length} bytes`).toThrow(RangeError);
    }
  });

  test.each(ofPlatform)('$frame has no byte after its end: $name', (example) => {
    const longer = fromHex(`${example.hex}78`).buffer;
    if (variablePart(example)) expect(decode(longer)).not.toEqual(decoded(example));
    else expect(() => decode(longer)).toThrow(RangeError);
  });

  test.each(refused)('no frame: $name', ({ hex }) => {
    expect(() => decode(fromHex(hex).buffer)).toThrow(RangeError);
  });
});
