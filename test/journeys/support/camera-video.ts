import sharp from 'sharp';

const WIDTH_PX = 640;
const HEIGHT_PX = 480;
const NO_COLOUR = 128;

/** What the browser's stand-in camera plays: one uncompressed frame of a picture, or of a white wall. */
export async function videoOf(picture?: Buffer): Promise<Buffer> {
  const wall = sharp({
    create: { width: WIDTH_PX, height: HEIGHT_PX, channels: 3, background: '#ffffff' },
  });
  const seen = picture
    ? await sharp(picture)
        .resize({ width: WIDTH_PX, height: HEIGHT_PX, fit: 'contain', background: '#ffffff' })
        .flatten({ background: '#ffffff' })
        .png()
        .toBuffer()
    : await wall.png().toBuffer();
  const luma = await sharp(seen).greyscale().raw().toBuffer();
  const chroma = Buffer.alloc((WIDTH_PX * HEIGHT_PX) / 2, NO_COLOUR);
  const head = `YUV4MPEG2 W${String(WIDTH_PX)} H${String(HEIGHT_PX)} F10:1 Ip A1:1 C420jpeg\n`;
  return Buffer.concat([Buffer.from(`${head}FRAME\n`), luma, chroma]);
}
