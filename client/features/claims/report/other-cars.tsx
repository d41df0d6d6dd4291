import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Field } from '@/ui/field';
import { Stack } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import { otherCarWords } from './messages';
import { unknownCar, type OtherCar } from './report-draft';
import type { Report } from './use-report';
import { fieldId } from './wrong-field';

const MOST_CARS = 5;

/** The other side's cars: a plate each, and what else is known. */
export function OtherCars({ report: { draft, change, wrong } }: { report: Report }) {
  const cars = draft.otherCars;
  const set = (index: number, car: OtherCar) =>
    change({ otherCars: cars.map((one, at) => (at === index ? car : one)) });
  return (
    <>
      {cars.map((car, index) => (
        <View key={index} id={fieldId(`otherCars.${index}`)}>
          <OtherCarForm
            number={index + 1}
            car={car}
            wrongPlate={wrong[`otherCars.${index}.plate`]}
            wrongPhone={wrong[`otherCars.${index}.phone`]}
            onChange={(next) => set(index, next)}
            onRemove={() => change({ otherCars: cars.filter((_one, at) => at !== index) })}
          />
        </View>
      ))}
      {cars.length < MOST_CARS && (
        <Button kind="soft" icon="plus" onTap={() => change({ otherCars: [...cars, unknownCar()] })}>
          {cars.length === 0 ? otherCarWords.first : otherCarWords.add}
        </Button>
      )}
    </>
  );
}

interface OtherCarFormProps {
  number: number;
  car: OtherCar;
  wrongPlate?: string;
  wrongPhone?: string;
  onChange: (car: OtherCar) => void;
  onRemove: () => void;
}

function OtherCarForm({ number, car, wrongPlate, wrongPhone, onChange, onRemove }: OtherCarFormProps) {
  const [all, setAll] = useState(Boolean(car.insurer || car.name || car.phone || car.policyNo));
  return (
    <Card>
      <Stack gap={4}>
        <Heading size="head">{otherCarWords.title(number)}</Heading>
        <Words size="sub" tone="ink2">
          {otherCarWords.hint}
        </Words>
        <Field
          label={otherCarWords.plate}
          maxLength={16}
          value={car.plate}
          error={wrongPlate}
          onChange={(plate) => onChange({ ...car, plate })}
        />
        {all || wrongPhone ? (
          <MoreAbout car={car} wrongPhone={wrongPhone} onChange={onChange} />
        ) : (
          <Button kind="text" onTap={() => setAll(true)}>
            {otherCarWords.moreAbout}
          </Button>
        )}
        <Button kind="text" icon="trash" onTap={onRemove}>
          {otherCarWords.remove}
        </Button>
      </Stack>
    </Card>
  );
}

function MoreAbout({
  car,
  wrongPhone,
  onChange,
}: Pick<OtherCarFormProps, 'car' | 'wrongPhone' | 'onChange'>) {
  return (
    <>
      <Field
        label={otherCarWords.insurer}
        hint={otherCarWords.insurerHint}
        maxLength={60}
        value={car.insurer}
        onChange={(insurer) => onChange({ ...car, insurer })}
      />
      <Field
        label={otherCarWords.policyNo}
        maxLength={60}
        value={car.policyNo}
        onChange={(policyNo) => onChange({ ...car, policyNo })}
      />
      <Field
        label={otherCarWords.name}
        maxLength={40}
        value={car.name}
        onChange={(name) => onChange({ ...car, name })}
      />
      <Field
        label={otherCarWords.phone}
        keyboard="number"
        maxLength={20}
        value={car.phone}
        error={wrongPhone}
        onChange={(phone) => onChange({ ...car, phone })}
      />
    </>
  );
}
