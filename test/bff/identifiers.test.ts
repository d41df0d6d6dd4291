import {
  displayPlate,
  hasVinCheckDigit,
  isCreditCode,
  isMobile,
  isNewEnergyPlate,
  isPlate,
  isResidentId,
  isVin,
  normaliseMobile,
  normaliseName,
  normalisePlate,
} from '../../bff/identifiers';
import * as cast from '../../bff/systems/demo-people';

const today = new Date('2026-11-22T12:00:00+08:00');

describe('a mobile number', () => {
  test.each([
    ['13800000001', '13800000001'],
    ['+86 138 0000 0001', '13800000001'],
    ['0086-138-0000-0001', '13800000001'],
    ['19912345678', '19912345678'],
  ])('%s is kept as %s', (typed, bare) => {
    expect(isMobile(typed)).toBe(true);
    expect(normaliseMobile(typed)).toBe(bare);
  });

  test.each(['', '1380000000', '138000000011', '12800000001', '23800000001', '1380000000a', '+1 3800000001'])(
    '%p is refused',
    (typed) => expect(isMobile(typed)).toBe(false),
  );
});

describe('a resident ID', () => {
  test.each([
    ['11010519491231002X', 'the example of the standard'],
    ['11010519491231002x', 'a lower-case x'],
    ['440524188001010014', 'born in 1880'],
    ['1101 0519 4912 3100 2X', 'typed with spaces'],
  ])('%s is right: %s', (typed) => expect(isResidentId(typed, today)).toBe(true));

  test.each([
    ['110105194912310021', 'a wrong check character'],
    ['11010519490231002X', '31 February'],
    ['110105194913310020', 'month 13'],
    ['11010519491231002', 'too short'],
    ['11010519491231002XX', 'too long'],
    ['X10105194912310021', 'X in front'],
    ['', 'nothing'],
  ])('%s is wrong: %s', (typed) => expect(isResidentId(typed, today)).toBe(false));

  test('29 February exists in leap years only', () => {
    const withCheck = (base: string) => [...'0123456789X'].some((last) => isResidentId(base + last, today));
    expect(withCheck('37010220000229001')).toBe(true);
    expect(withCheck('37010219000229001')).toBe(false);
  });

  test('nobody is born in the future', () => {
    expect(isResidentId('11010519491231002X', new Date('1949-12-30T00:00:00Z'))).toBe(false);
  });
});

describe('a company credit code', () => {
  test.each(['91350100M000100Y43', '91110000600037341L', '9111 0000 6000 3734 1l'])('%s is right', (typed) =>
    expect(isCreditCode(typed)).toBe(true),
  );
  test.each([
    ['91350100M000100Y44', 'a wrong check character'],
    ['91350100I000100Y43', 'the letter I'],
    ['91350100M000100Y4', 'too short'],
  ])('%s is wrong: %s', (typed) => expect(isCreditCode(typed)).toBe(false));
});

describe('a VIN', () => {
  test.each(['1M8GDM9AXKP042788', 'LSVAM4187C2184847', ' lsvam4187c2184847 '])(
    '%s has its check digit',
    (typed) => {
      expect(isVin(typed)).toBe(true);
      expect(hasVinCheckDigit(typed)).toBe(true);
    },
  );

  test('a European one without a check digit is a VIN all the same: a warning, no refusal', () => {
    expect(isVin('WVWZZZ1JZXW000001')).toBe(true);
    expect(hasVinCheckDigit('WVWZZZ1JZXW000001')).toBe(false);
  });

  test.each([
    '1M8GDM9AXKP04278',
    '1M8GDM9AXKP0427888',
    '1M8GDM9AXKPO42788',
    'IM8GDM9AXKP042788',
    'QM8GDM9AXKP042788',
  ])('%s is none', (typed) => {
    expect(isVin(typed)).toBe(false);
    expect(hasVinCheckDigit(typed)).toBe(false);
  });
});

describe('a plate', () => {
  test.each([
    '鲁A12345',
    '鲁a·1b345',
    '京A1234警',
    '京A1234学',
    '鲁B1234挂',
    '粤Z1234港',
    '粤Z1234澳',
    '沪A1234领',
    '皖O12345',
    '琼U12345',
  ])('%s is an ordinary one', (typed) => {
    expect(isPlate(typed)).toBe(true);
    expect(isNewEnergyPlate(typed)).toBe(false);
  });

  test.each([...'DABCEFGHJK'])('a small new-energy car may have the letter %s', (letter) => {
    expect(isNewEnergyPlate(`鲁A${letter}12345`)).toBe(true);
    expect(isNewEnergyPlate(`鲁A${letter}D2345`)).toBe(true);
    expect(isNewEnergyPlate(`鲁A12345${letter}`)).toBe(true);
    expect(isPlate(`鲁A${letter}12345`)).toBe(true);
  });

  test.each([
    ['鲁I12345', 'no office has the letter I'],
    ['鲁A1234O', 'no O among the digits'],
    ['鲁AI2345', 'no I among the digits'],
    ['鲁A1234', 'too short'],
    ['鲁AL12345', 'L is no letter of new-energy cars'],
    ['鲁AD1234D', 'two letters far apart'],
    ['鲁A123456', 'six digits without a letter'],
    ['挂A12345', 'no province'],
    ['A12345', 'no province at all'],
    ['鲁A123挂4', 'the mark stands last only'],
    ['', 'nothing'],
  ])('%s is none: %s', (typed) => expect(isPlate(typed)).toBe(false));

  test('is compared bare and shown with a dot', () => {
    expect(normalisePlate(' 鲁a·1b-345 ')).toBe('鲁A1B345');
    expect(displayPlate('鲁AD12345')).toBe('鲁A·D12345');
  });
});

test.each([
  ['阿卜杜拉·买买提', '阿卜杜拉•买买提'],
  ['张建国', ' 张 建国 '],
  ['张建国', '张\u3000建国'],
  ['LI NA', 'ｌｉｎａ'],
])('the names %p and %p are the same', (one, other) => expect(normaliseName(one)).toBe(normaliseName(other)));

describe('the demonstration cast passes its own checks', () => {
  const people = [
    cast.verifiedMember,
    cast.unverifiedMember,
    cast.elderMember,
    cast.agent,
    cast.demoSpouse,
    cast.demoDaughter,
    ...cast.agentCustomers,
  ];
  test.each(people.map(({ name, idNumber }) => [name, idNumber]))('%s', (_, idNumber) =>
    expect(isResidentId(idNumber, today)).toBe(true),
  );

  const cars = [
    cast.verifiedMemberCars.fuel,
    cast.verifiedMemberCars.electric,
    cast.unverifiedMemberCar,
    cast.elderMemberCar,
    cast.demoCompanyCar,
    ...cast.agentCustomers.map(({ car }) => car),
  ];
  test.each(cars.map((car) => [car.plate, car]))('%s', (plate, car) => {
    expect(isNewEnergyPlate(plate)).toBe(car.newEnergy);
    expect(isPlate(plate)).toBe(true);
    expect(hasVinCheckDigit(car.vin)).toBe(true);
  });

  test('the company', () => expect(isCreditCode(cast.demoCompany.creditCode)).toBe(true));
});
