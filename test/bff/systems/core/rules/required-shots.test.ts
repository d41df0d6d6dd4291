import { requiredShots } from '../../../../../bff/systems/core/rules/required-shots';

const codes = (scenario: Parameters<typeof requiredShots>[0], injured = false) =>
  requiredShots(scenario, injured).map(({ shot }) => shot);
const papers = ['drivingLicence', 'vehicleLicence', 'vinPlate'];

test.each([
  ['rearEnd', ['ownFront', 'ownRear', 'contactPoint', 'plates', 'surroundings', ...papers, 'otherPapers']],
  [
    'junction',
    [
      'ownFront',
      'ownRear',
      'contactPoint',
      'lights',
      'positions',
      'plates',
      'surroundings',
      ...papers,
      'otherPapers',
    ],
  ],
  ['laneChange', ['ownFront', 'ownRear', 'laneLines', 'plates', 'surroundings', ...papers, 'otherPapers']],
  [
    'wrongWay',
    ['roadSigns', 'contactPoint', 'ownFront', 'ownRear', 'plates', 'surroundings', ...papers, 'otherPapers'],
  ],
  ['singleCar', ['bothCars', 'contactPoint', 'objectHit', 'surroundings', ...papers]],
  ['other', ['ownFront', 'ownRear', 'contactPoint', 'surroundings', ...papers]],
] as const)('%s', (scenario, shots) => expect(codes(scenario)).toEqual(shots));

test.each(['rearEnd', 'junction', 'laneChange', 'wrongWay', 'singleCar', 'other'] as const)(
  '%s with somebody hurt begins with the medical papers and asks for the same otherwise',
  (scenario) => {
    const hurt = codes(scenario, true);
    expect(hurt.slice(0, 2)).toEqual(['medicalPapers', 'surroundings']);
    expect(new Set(hurt)).toEqual(new Set([...codes(scenario), 'medicalPapers']));
    expect(new Set(hurt).size).toBe(hurt.length);
  },
);

test('every picture has a Chinese name and says how to take it; a single car is not called two', () => {
  for (const scenario of ['rearEnd', 'junction', 'laneChange', 'wrongWay', 'singleCar', 'other'] as const) {
    for (const { name, hint } of requiredShots(scenario, true)) {
      expect(name).toMatch(/^[\u4e00-\u9fff]{2,8}$/);
      expect(hint).toMatch(/。$/);
    }
  }
  expect(requiredShots('singleCar', false)[0]).toEqual({
    shot: 'bothCars',
    name: '全车',
    hint: '退后几步，把整辆车和车牌放进框里。',
  });
});
