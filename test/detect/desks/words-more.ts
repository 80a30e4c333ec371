/** More work: lists and code pasted in several languages, and questions about what was just said. */
import type { Line } from './words.ts';

export const MORE: Record<string, readonly Line[]> = {
  हिन्दी: [
    { asks: 'दफ़्तर शनिवार को खुला है?', answers: 'हाँ, दोपहर एक बजे तक।' },
    {
      asks: 'आगंतुक पास के लिए क्या चाहिए?',
      answers:
        'इसके लिए तीन चीज़ें चाहिए:\n\n- **पहचान पत्र**\n- मिलने वाले का नाम\n- गाड़ी का नंबर\n\nपास शाम को लौटाना होता है।',
    },
    { asks: 'खो जाए तो?', answers: 'स्वागत कक्ष को तुरंत बताइए।' },
    { asks: 'दरवाज़े के लिए एक सूचना लिखिए', answers: 'कृपया ध्यान दें: लिफ़्ट सोमवार तक बंद है। बाईं ओर की सीढ़ियों से आइए।' },
  ],
  bottega: [
    {
      asks: '## Ordine 418\n\n- 12 lampade **E27**\n- 3 prolunghe\n\n> consegna entro venerdì\n\nCosa rispondo al cliente?',
      answers:
        'Gentile cliente,\n\nl’ordine **418** parte giovedì con il corriere e arriva venerdì mattina. Le prolunghe sono da cinque metri.\n\nCordiali saluti',
    },
    { asks: 'Più corto', answers: 'L’ordine 418 arriva venerdì mattina.' },
    {
      asks: 'E questa formula nel foglio?\n\n`=SOMMA(B2:B9)*1,22`\n\nmi dà **#VALORE!**',
      answers:
        'Una cella contiene testo. Usa:\n\n```excel\n=SOMMA(B2:B9)*(1+22%)\n```\n\ne controlla che in `B5` non ci sia uno spazio.',
    },
    { asks: 'Era B7. Grazie!', answers: 'Bene, allora il totale è giusto.' },
  ],
  werkstatt: [
    {
      asks: 'Bitte als Tabelle:\n\n1. Säge, Halle 1, defekt\n2. Fräse, Halle 2, läuft\n\n**Danke**',
      answers:
        'Hier ist sie:\n\n| Maschine | Halle | Zustand |\n|---|---|---|\n| Säge | 1 | defekt |\n| Fräse | 2 | läuft |',
    },
    { asks: 'Wer repariert die Säge?', answers: 'Herr Yıldız, ab Dienstag.' },
    {
      asks: 'Schreib ihm kurz, was er wissen muss',
      answers:
        'Hallo Herr Yıldız,\n\ndie Säge in Halle 1 bleibt seit gestern stehen. Wichtig ist:\n\n- der **Notaus** klemmt\n- das Blatt ist neu\n- der Schlüssel hängt am Brett\n\nViele Grüße',
    },
    { asks: 'ok', answers: 'Gern.' },
  ],
  متجر: [
    {
      asks: 'هذه قائمة الطلب:\n\n- عشرة **صناديق**\n- لفتان من الورق\n\nهل نسيت شيئاً؟',
      answers: 'ينقصها أمران:\n\n- الشريط اللاصق\n- بطاقات العنوان\n\nوالباقي كامل.',
    },
    { asks: 'متى تصل؟', answers: 'صباح الأربعاء.' },
    {
      asks: 'اكتب رسالة للمورد',
      answers: 'السلام عليكم، نرجو إرسال الطلب صباح الأربعاء إلى الباب الخلفي، مع الفاتورة. شكراً لكم.',
    },
  ],
};
