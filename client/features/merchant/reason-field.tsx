import { useState } from 'react';
import { Choice } from '@/ui/choice';
import { Field } from '@/ui/field';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import { reasonWords as words } from './messages';

interface ReasonFieldProps {
  label: string;
  /** The usual ones: a tap instead of typing. */
  reasons: readonly string[];
  /** Empty while own words are still missing. */
  onChange: (reason: string) => void;
}

const SHORTEST = 2;

/** A usual reason, or one's own words. */
export function ReasonField({ label, reasons, onChange }: ReasonFieldProps) {
  const [chosen, setChosen] = useState<string>();
  const [own, setOwn] = useState('');
  const isOwn = chosen === words.other;
  const options = [...reasons, words.other].map((text) => ({ value: text, text }));
  return (
    <Stack gap={2}>
      <Words size="sub" bold>
        {label}
      </Words>
      <Choice
        label={label}
        options={options}
        value={chosen}
        onChange={(reason) => {
          setChosen(reason);
          onChange(reason === words.other ? usable(own) : reason);
        }}
      />
      {isOwn && (
        <Field
          label={words.own}
          value={own}
          onChange={(text) => {
            setOwn(text);
            onChange(usable(text));
          }}
          maxLength={100}
          multiline
        />
      )}
    </Stack>
  );
}

const usable = (text: string): string => (text.trim().length < SHORTEST ? '' : text.trim());
