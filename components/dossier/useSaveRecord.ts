import { i18n } from '#i18n';
import { type RecordFormat, recordFileOf } from '../../lib/domain/export/record-formats.ts';
import type { Output } from '../../lib/domain/output/output.ts';
import { ownSource } from '../../lib/settings/installation.ts';
import { teamNames } from '../../lib/store/ask/queries.ts';
import { personNamer } from '../people/personName.ts';
import { useSend } from '../sending/useSend.ts';
import { saveFile } from '../ui/save-file.ts';

/** Saves an output's record as a file for other programs, and says so. */
export function useSaveRecord(output: Output): (format: RecordFormat) => void {
  const { act } = useSend();
  return (format) =>
    void act(
      async () => {
        // What is known to be bad goes out as nobody's record.
        if (output.probe) throw new Error('A test text has no record');
        const nameOf = personNamer(await teamNames());
        const people = { own: await ownSource(), ownName: i18n.t('record.me'), nameOf };
        const { name, mediaType, text } = recordFileOf(output, format, people);
        saveFile(name, new Blob([text], { type: mediaType }));
        return i18n.t('record.saved');
      },
      (error) => {
        console.error('Countersign could not save a record:', error);
        return i18n.t('record.failed');
      },
    );
}
