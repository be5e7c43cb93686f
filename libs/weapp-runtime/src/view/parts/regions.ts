export interface Region {
  name: string;
  code: string;
  postcode?: string;
  inside?: Region[];
}

/** A few places, enough to choose from: a test of a picker needs no gazetteer. */
export const REGIONS: Region[] = [
  {
    name: '北京市',
    code: '110000',
    inside: [
      {
        name: '北京市',
        code: '110100',
        inside: [
          { name: '东城区', code: '110101', postcode: '100010' },
          { name: '海淀区', code: '110108', postcode: '100089' },
        ],
      },
    ],
  },
  {
    name: '广东省',
    code: '440000',
    inside: [
      {
        name: '广州市',
        code: '440100',
        inside: [
          { name: '越秀区', code: '440104', postcode: '510030' },
          { name: '海珠区', code: '440105', postcode: '510220' },
        ],
      },
      {
        name: '深圳市',
        code: '440300',
        inside: [{ name: '南山区', code: '440305', postcode: '518052' }],
      },
    ],
  },
];
