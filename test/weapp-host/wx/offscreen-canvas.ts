interface Picture {
  width: number;
  height: number;
  src: string;
  onload?: () => void;
}

const PICTURE_PX = 1024;
const WHITE = 255;
const BYTES_A_PIXEL = 4;

/** A picture that arrives a moment after it was asked for, as on a phone. */
function newPicture(): Picture {
  let source = '';
  const picture: Picture = {
    width: PICTURE_PX,
    height: PICTURE_PX,
    get src() {
      return source;
    },
    set src(path: string) {
      source = path;
      setTimeout(() => picture.onload?.(), 0);
    },
  };
  return picture;
}

/** A Canvas 2D off the screen; what is read back from it is a white, well-lit picture. */
export const offscreenCanvas = () => ({
  createImage: newPicture,
  getContext: () => ({
    drawImage: () => undefined,
    getImageData: (_x: number, _y: number, width: number, height: number) => ({
      data: new Uint8ClampedArray(width * height * BYTES_A_PIXEL).fill(WHITE),
    }),
  }),
});
