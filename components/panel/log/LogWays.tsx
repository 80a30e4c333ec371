import { FileJson, FileSpreadsheet } from 'lucide-react';
import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { logJson, personTold } from '../../../lib/domain/export/log-lines.ts';
import { cellOf } from '../../../lib/domain/figures/sheet.ts';
import { type LogAsked, type LogLine, logPage, placeAt } from '../../../lib/store/ask/log.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useMayTellPeople } from './useLogPeople.ts';
import { eventName, eventWords } from './words.ts';

/** Lines that are written together. */
const PAGE = 1_000;
const HEAD = ['time', 'what', 'says', 'type', 'about', 'tool', 'number', 'person'];

interface LogWaysProps {
  asked: LogAsked;
  at: string | undefined;
}

/** The log as it is asked for as a file: what happened, and not a word of what anybody or any AI wrote. */
export function LogWays({ asked, at }: LogWaysProps) {
  const announce = useAnnounce();
  const mayTell = useMayTellPeople();
  const [done, setDone] = useState<number>();
  const stopping = useRef<AbortController>(undefined);
  const save = async (ending: 'csv' | 'jsonl') => {
    const stop = new AbortController();
    stopping.current = stop;
    const parts = ending === 'csv' ? ['\uFEFF', lineOfCells(HEAD)] : [];
    let written = 0;
    for (let place = placeAt(at); !stop.signal.aborted; ) {
      const page = await logPage(asked, place, PAGE);
      parts.push(
        page.lines.map((line) => (ending === 'csv' ? cellsOf(line, mayTell) : logJson(line, mayTell))).join(''),
      );
      written += page.lines.length;
      setDone(written);
      if (!page.next) break;
      place = page.next;
    }
    setDone(undefined);
    if (stop.signal.aborted) return;
    const type = ending === 'csv' ? 'text/csv' : 'application/jsonl';
    saveFile(`countersign-log-${new Date().toISOString().slice(0, 10)}.${ending}`, new Blob(parts, { type }));
    announce(i18n.t('figures.saved'));
  };
  if (done !== undefined)
    return (
      <Progress
        label={i18n.t('panel.log.saving')}
        done={done}
        total={undefined}
        onStop={() => stopping.current?.abort()}
      />
    );
  return (
    <>
      <IconButton
        label={i18n.t('panel.log.csv')}
        icon={<FileSpreadsheet size={16} aria-hidden />}
        onClick={() => void save('csv')}
      />
      <IconButton
        label={i18n.t('panel.log.jsonl')}
        icon={<FileJson size={16} aria-hidden />}
        onClick={() => void save('jsonl')}
      />
    </>
  );
}

const lineOfCells = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellsOf(line: LogLine, mayTell: boolean): string {
  const { event, about, isHidden } = line;
  const { time, type, subject, sequence = '' } = event;
  const says = isHidden ? i18n.t('panel.second.hidden') : eventWords(event);
  return lineOfCells([
    ...[time, eventName(event), says, type, subject, about?.toolName ?? '', sequence, personTold(line, mayTell)],
  ]);
}
