/** Short work in other languages: most of it is one line. */
import type { Line } from './words.ts';

export const OTHER: Record<string, readonly Line[]> = {
  italiano: [
    { asks: 'A che ora chiude il magazzino?', answers: 'Alle 18:30.' },
    { asks: 'Anche il venerdì?', answers: 'No, il venerdì alle 17.' },
    { asks: 'Serve la prenotazione per il ritiro?', answers: 'Sì, almeno due ore prima, dal portale dei fornitori.' },
    { asks: 'E per i resi?', answers: 'Per i resi basta il modulo firmato.' },
  ],
  deutsch: [
    { asks: 'Wer unterschreibt Bestellungen über 2000 Euro?', answers: 'Die Abteilungsleitung.' },
    { asks: 'Reicht eine E-Mail?', answers: 'Nein, es braucht das Formular B12.' },
    { asks: 'Wo finde ich das?', answers: 'Im Intranet unter „Einkauf“, gleich oben.' },
    { asks: 'Gilt das auch für Software?', answers: 'Ja.' },
  ],
  日本語: [
    { asks: '返品の期限はいつまでですか？', answers: '商品到着から14日以内です。' },
    { asks: '送料は誰が負担しますか？', answers: 'お客様の都合による返品の場合は、お客様のご負担となります。' },
    { asks: '開封済みでも大丈夫ですか？', answers: 'はい、未使用であれば可能です。' },
    { asks: '連絡先を教えてください。', answers: 'サポート窓口にお電話ください。' },
  ],
  عربي: [
    { asks: 'متى يفتح المكتب يوم الأحد؟', answers: 'يفتح المكتب الساعة الثامنة صباحاً.' },
    { asks: 'هل أحتاج إلى موعد؟', answers: 'نعم.' },
    { asks: 'كيف أحجزه؟', answers: 'من صفحة الحجز في الموقع، ويصلك التأكيد برسالة قصيرة خلال ساعة.' },
    { asks: 'وإذا تأخرت؟', answers: 'اتصل بالاستقبال قبل الموعد.' },
  ],
};
