import { notFound, Problem } from '../http/problem';

/** Every refusal of a picture says what to do next; nothing was kept and the report itself is untouched. */
export const photoProblems = {
  tooLarge: () =>
    new Problem(422, 'PHOTO_TOO_LARGE', '照片超过 10 MB 了。请在相册里选“压缩”或重新拍一张再传', {
      members: { maxBytes: MAX_PHOTO_BYTES },
    }),
  tooManyPixels: () =>
    new Problem(
      422,
      'PHOTO_TOO_MANY_PIXELS',
      '照片超过 4000 万像素了。请把相机调成普通模式，重新拍一张再传',
      {
        members: { maxPixels: MAX_PHOTO_PIXELS },
      },
    ),
  notAPicture: () =>
    new Problem(422, 'PHOTO_NOT_A_PICTURE', '这个文件不是照片。请从相册选一张照片，或者现拍一张'),
  pdf: () =>
    new Problem(
      422,
      'PHOTO_NOT_A_PICTURE',
      'PDF 文件暂时收不了。请打开它，每一页截一张图，或者打印出来拍照，再传图片',
      { members: { format: 'pdf' } },
    ),
  unsupported: () =>
    new Problem(
      422,
      'PHOTO_FORMAT_UNSUPPORTED',
      '这种照片格式暂时打不开。请用 JPG、PNG 或 WebP 照片，或者现拍一张',
    ),
  heic: () =>
    new Problem(
      422,
      'PHOTO_FORMAT_UNSUPPORTED',
      '苹果手机的 HEIC 照片暂时打不开。请在这里直接拍一张；或在“设置 → 相机 → 格式”选“兼容性最佳”后重拍',
      { members: { format: 'heic' } },
    ),
  broken: () => new Problem(422, 'PHOTO_BROKEN', '这张照片损坏了，打不开。请重新拍一张，或者选另一张'),
  missingFile: () =>
    new Problem(422, 'PHOTO_MISSING', '没有收到照片。请选一张照片再传', {
      errors: [{ path: 'file', code: 'REQUIRED', message: '请选一张照片' }],
    }),
  oneFileOnly: () =>
    new Problem(422, 'PHOTO_ONE_AT_A_TIME', '一次只能传一张照片。请一张一张地传', {
      errors: [{ path: 'file', code: 'TOO_MANY', message: '一次只能传一张照片' }],
    }),
  cutOff: () => new Problem(400, 'MALFORMED_BODY', '照片没有传完。请在网络好的地方再传一次'),
  tooSlow: () => new Problem(408, 'REQUEST_TOO_SLOW', '网络太慢，照片没有传完。请换个地方再传一次'),
  wrongMediaType: () => new Problem(415, 'UNSUPPORTED_MEDIA_TYPE', '照片要用表单上传（multipart/form-data）'),
  busy: () =>
    new Problem(503, 'PHOTOS_BUSY', '现在传照片的人很多，这张还没有收下，请稍等几秒再传', {
      retryAfterSeconds: 3,
    }),
  notStored: () =>
    new Problem(
      503,
      'PHOTOS_NOT_STORED',
      '照片暂时存不下来，这张还没有收下，请先留在手机里，过几分钟再传。报案不受影响',
      { retryAfterSeconds: 30 },
    ),
  inProgress: () =>
    new Problem(409, 'REQUEST_IN_PROGRESS', '这张照片还在处理中，请稍候再查', { retryAfterSeconds: 2 }),
  changed: (receivedBytes: number) =>
    new Problem(422, 'PHOTO_CHANGED', '这张照片和先前传的不是同一张了，请从头再传一次', {
      members: { receivedBytes },
    }),
  gap: (receivedBytes: number) =>
    new Problem(409, 'PHOTO_GAP', '中间有一段没有收到，请接着已收到的地方再传', {
      members: { receivedBytes },
    }),
  wrongPiece: (chunkBytes: number) =>
    new Problem(422, 'PHOTO_WRONG_PIECE', '照片分段的大小或位置不对，请从头再传一次', {
      members: { chunkBytes },
    }),
  uploadOver: () =>
    new Problem(404, 'NOT_FOUND', '没有找到这次上传，可能放得太久已经清理了，请重新选这张照片再传'),
  linkOver: () => notFound('这个链接过期了，请让发给您的人再发一次'),
  linkUsedUp: () => new Problem(409, 'PHOTO_LINK_USED_UP', '这个链接能传的照片已经传满了'),
  tooMany: () =>
    new Problem(
      409,
      'PHOTO_LIMIT_REACHED',
      `一次报案最多传 ${String(MAX_PHOTOS_A_CLAIM)} 张照片。可以先删掉不需要的`,
      {
        members: { maxPhotos: MAX_PHOTOS_A_CLAIM },
      },
    ),
} as const;

export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
export const MAX_PHOTO_PIXELS = 40_000_000;
export const MAX_PHOTOS_A_CLAIM = 30;
