// Makes of a drawn page what a telephone would: askew, unevenly lit, a little noisy, JPEG.
import sharp from 'sharp';

const LEVELS = {
  clean: { turn: 0.6, skew: 0.004, light: 0.05, noise: 1.5, blur: 0, quality: 88 },
  mild: { turn: 2.5, skew: 0.02, light: 0.2, noise: 5, blur: 0.5, quality: 78 },
  strong: { turn: 4.5, skew: 0.05, light: 0.42, noise: 10, blur: 0.9, quality: 62 },
};

/** Returns the JPEG and a function from page to picture coordinates. */
export async function photograph(chance, canvas, level, width) {
  const { turn, skew, light, noise, blur, quality } = LEVELS[level];
  const height = Math.round(width * 1.34);
  const page = { width: canvas.width, height: canvas.height, data: canvas.data() };
  const corners = cornersOn(chance, width, height, (turn * Math.PI) / 180, skew);
  const toPage = homography(corners, [[0, 0], [page.width, 0], [page.width, page.height], [0, page.height]]); // prettier-ignore
  const toPicture = homography([[0, 0], [page.width, 0], [page.width, page.height], [0, page.height]], corners); // prettier-ignore
  const shade = shadeOf(chance, width, height, light);
  const tint = [1, chance.between(0.96, 1), chance.between(0.86, 1)];
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = apply(toPage, x, y);
      const brightness = shade(x, y);
      const grain = chance.bell() * noise;
      for (let c = 0; c < 3; c++) {
        const ink =
          u < 0 || v < 0 || u >= page.width - 1 || v >= page.height - 1 ? 92 : sample(page, u, v, c);
        data[(y * width + x) * 3 + c] = Math.max(0, Math.min(255, ink * 0.95 * brightness * tint[c] + grain));
      }
    }
  }
  let picture = sharp(data, { raw: { width, height, channels: 3 } });
  if (blur > 0) picture = picture.blur(chance.between(0.31, 0.3 + blur));
  return {
    jpeg: await picture.jpeg({ quality }).toBuffer(),
    width,
    height,
    toPicture: (x, y) => apply(toPicture, x, y),
  };
}

function cornersOn(chance, width, height, turn, skew) {
  const angle = chance.between(-turn, turn);
  const margin = chance.between(0.0, 0.05);
  const scale = (1 - 2 * margin) / (1 + Math.abs(angle) * 0.8);
  return [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([sx, sy]) => {
    const [dx, dy] = [(sx * width * scale) / 2, (sy * height * scale) / 2];
    return [
      width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle) + chance.between(-skew, skew) * width,
      height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle) + chance.between(-skew, skew) * height,
    ];
  }); // prettier-ignore
}

/** A slope of light over the page and the soft edge of a shadow. */
function shadeOf(chance, width, height, light) {
  const [dx, dy] = [chance.between(-light, light) / width, chance.between(-light, light) / height];
  const [angle, edge, depth] = [chance.between(0, 6.28), chance.between(-0.3, 0.3), chance.between(0, light)];
  const [nx, ny] = [Math.cos(angle) / width, Math.sin(angle) / height];
  return (x, y) => {
    const [cx, cy] = [x - width / 2, y - height / 2];
    const across = (cx * nx + cy * ny - edge) * 12;
    return (1 + cx * dx + cy * dy) * (1 - depth / (1 + Math.exp(-across)));
  };
}

function sample({ width, data }, u, v, channel) {
  const [x, y] = [u | 0, v | 0];
  const [fx, fy] = [u - x, v - y];
  const i = (y * width + x) * 4 + channel;
  const upper = data[i] + (data[i + 4] - data[i]) * fx;
  const lower = data[i + width * 4] + (data[i + width * 4 + 4] - data[i + width * 4]) * fx;
  return upper + (lower - upper) * fy;
}

function apply(m, x, y) {
  const w = m[6] * x + m[7] * y + 1;
  return [(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w];
}

/** The projective map that takes four points to four others: eight equations solved by elimination. */
function homography(from, to) {
  const rows = from.flatMap(([x, y], i) => {
    const [u, v] = to[i];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  for (let column = 0; column < 8; column++) {
    const pivot = rows
      .slice(column)
      .reduce((best, row) => (Math.abs(row[column]) > Math.abs(best[column]) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(
      column,
      0,
      pivot.map((value) => value / pivot[column]),
    );
    for (let other = 0; other < 8; other++) {
      if (other === column) continue;
      const factor = rows[other][column];
      rows[other] = rows[other].map((value, i) => value - factor * rows[column][i]);
    }
  }
  return rows.map((row) => row[8]);
}
