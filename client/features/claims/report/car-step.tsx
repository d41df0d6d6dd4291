import { View } from '@tarojs/components';
import { useState } from 'react';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Field } from '@/ui/field';
import { Row } from '@/ui/row';
import { Skeleton } from '@/ui/skeleton';
import { Stack } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import { displayPlate, isPlate, normalisePlate } from '../../../../bff/identifiers';
import { reportWords, carStepWords } from './messages';
import { QUESTION } from './question';
import type { Report } from './use-report';

/** One tap on a car, or any plate typed: a report is taken for every car. */
export function CarStep({ report }: { report: Report }) {
  const { answer, cars, carsAreLoading, signedIn } = report;
  if (carsAreLoading) return <Skeleton cards={2} lines={1} />;
  const known = cars ?? [];
  return (
    <>
      <View>
        <Heading id={QUESTION}>{known.length > 0 ? carStepWords.whichCar : carStepWords.whichPlate}</Heading>
        {known.length > 0 && (
          <Words size="sub" tone="ink2">
            {carStepWords.lead}
          </Words>
        )}
      </View>
      {known.length > 0 && (
        <Card flush>
          {known.map((car) => (
            <Row
              key={car.plate}
              icon="car"
              tile="brand"
              title={displayPlate(car.plate)}
              detail={car.model ?? undefined}
              onTap={() => answer({ car })}
            />
          ))}
        </Card>
      )}
      <AnyPlate report={report} alone={known.length === 0} />
      {!signedIn && (
        <Button kind="text" onTap={() => goTo('account/login')}>
          {carStepWords.loginForCars}
        </Button>
      )}
    </>
  );
}

/** A borrowed car, a new one, one insured elsewhere: its plate is enough. */
function AnyPlate({ report: { answer, draft }, alone }: { report: Report; alone: boolean }) {
  const [open, setOpen] = useState(alone);
  const [plate, setPlate] = useState(draft.car?.plate ?? '');
  const [asked, setAsked] = useState(false);
  const use = () => {
    setAsked(true);
    if (isPlate(plate)) answer({ car: { plate: normalisePlate(plate), model: null } });
  };
  if (!open) {
    return (
      <Button kind="text" onTap={() => setOpen(true)}>
        {carStepWords.otherPlate}
      </Button>
    );
  }
  return (
    <Card>
      <Stack>
        <Field
          label={carStepWords.plate}
          placeholder={carStepWords.plateExample}
          maxLength={16}
          value={plate}
          error={asked && !isPlate(plate) ? reportWords.plateWrong : undefined}
          hint={carStepWords.plateHint}
          onChange={setPlate}
        />
        <Button wide kind={alone ? 'primary' : 'ghost'} onTap={use}>
          {carStepWords.usePlate}
        </Button>
      </Stack>
    </Card>
  );
}
