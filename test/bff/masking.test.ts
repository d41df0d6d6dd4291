import { maskIdNumber, maskName, maskPhone, maskPlate, maskVin, phoneTail } from '../../bff/masking';

describe('masking', () => {
  test.each([
    [maskIdNumber, '110105194912310021', '110***********0021'],
    [maskIdNumber, '91370100MA3C0DEM0X', '913***********EM0X'],
    [maskPhone, '13800008000', '138****8000'],
    [phoneTail, '13800008000', '8000'],
    [maskPlate, '鲁A12345', '鲁A·***45'],
    [maskPlate, '鲁a·12345', '鲁A·***45'],
    [maskPlate, '鲁AD12345', '鲁A·****45'],
    [maskVin, 'LSVAM4187C2184847', 'LSV**********4847'],
    [maskName, '张建国', '张*'],
    [maskName, '李婷', '李*'],
    [maskName, '  王 ', '王*'],
    [maskName, '𠮷野家', '𠮷*'],
  ])('%# hides the middle of %s', (mask, value, hidden) => {
    expect(mask(value)).toBe(hidden);
  });

  test.each([
    [maskIdNumber, '1234567', '1******'],
    [maskPhone, '110', '1**'],
    [phoneTail, '95518', ''],
    [maskPlate, '鲁A1', '***'],
    [maskVin, '', ''],
    [maskName, '', ''],
  ])('%# hides more of a value with an unexpected shape: %s', (mask, value, hidden) => {
    expect(mask(value)).toBe(hidden);
  });
});
