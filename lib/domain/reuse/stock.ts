/**
 * Phrases that stand in any answer or mail, so that they say nothing of where a text comes from, even while so few
 * outputs are known that it cannot be counted how many hold them.
 */
import { shinglesOf } from './fingerprints.ts';
import { hashedWordsOf } from './words.ts';

const ENGLISH = [
  'Sure! Here is a summary of the main points. Certainly! Here are some of the key points to consider:',
  'I hope this helps! Let me know if you have any questions. Please let me know if you need anything else.',
  'I hope this email finds you well. Thank you for reaching out to us. Thank you for your message.',
  'Please do not hesitate to contact me if you have any further questions or need any additional information.',
  'Feel free to reach out to me if you have any questions or concerns. I look forward to hearing from you.',
  'Looking forward to hearing from you soon. Thank you for your time and consideration. Thanks in advance for your help.',
  'Would you like me to go into more detail on any of these points? If you want, I can also help you with that.',
  'Thank you for your patience and understanding. We apologize for any inconvenience this may cause.',
  'It is important to note that. Here is a step-by-step guide on how to do it. In conclusion, on the other hand.',
  'As an AI language model, I do not have access to real-time information. You should consult a professional for advice.',
  'With best regards, kind regards, yours sincerely, sent from my iPhone, sent from my mobile device.',
  'This e-mail and any attachments are confidential and may be privileged. They are intended solely for the use of the individual or entity to whom they are addressed. If you are not the intended recipient, you are hereby notified that any use, disclosure, copying or distribution of this message is strictly prohibited. If you have received this email in error, please notify the sender immediately and delete it from your system.',
  'Please consider the environment before printing this email. All rights reserved. Terms and conditions apply.',
];
const ITALIAN = [
  'Certo! Ecco un riepilogo dei punti principali. Certamente! Ecco alcuni punti chiave da considerare:',
  'Spero che questo ti sia utile! Fammi sapere se hai bisogno di altro. Fammi sapere se hai altre domande.',
  'Se hai bisogno di ulteriori informazioni, non esitare a contattarmi. Se vuoi, posso anche aiutarti con questo.',
  'Per qualsiasi ulteriore informazione o chiarimento non esiti a contattarci. Resto a disposizione per qualsiasi chiarimento.',
  'Rimango a disposizione per ulteriori chiarimenti e porgo cordiali saluti. Restiamo in attesa di un suo cortese riscontro.',
  'In attesa di un gentile riscontro, porgo distinti saluti. La ringrazio in anticipo per la sua disponibilità.',
  'Grazie per averci contattato. Ci scusiamo per il disagio e la ringraziamo per la pazienza.',
  'È importante sottolineare che. È importante notare che. Ecco una guida passo passo. In conclusione, d’altra parte.',
  'In qualità di modello linguistico non ho accesso a informazioni in tempo reale. Ti consiglio di consultare un professionista.',
  'Inviato da iPhone. Inviato dal mio telefono. Con i migliori saluti, un cordiale saluto.',
  'Questo messaggio e gli eventuali allegati sono confidenziali e destinati esclusivamente al destinatario sopra indicato. Qualora abbiate ricevuto questo messaggio per errore, vi preghiamo di darne immediata comunicazione al mittente e di provvedere alla sua cancellazione. Ai sensi del Regolamento UE 2016/679, le informazioni contenute in questo messaggio sono riservate e ad uso esclusivo del destinatario.',
  'Si prega di non stampare questa e-mail se non necessario. Tutti i diritti riservati.',
];

const ARABIC = [
  'السلام عليكم ورحمة الله وبركاته، شكرا لتواصلكم معنا. شكرا جزيلا على رسالتكم. تحية طيبة وبعد، أما بعد،',
  'إذا كان لديكم أي استفسار فلا تترددوا في التواصل معنا. نعتذر عن أي إزعاج ونشكركم على صبركم وتفهمكم.',
  'وتفضلوا بقبول فائق الاحترام والتقدير. مع خالص التحية والتقدير. نتطلع إلى سماع ردكم في أقرب وقت ممكن.',
  'بالتأكيد! إليك ملخص لأهم النقاط. آمل أن يكون هذا مفيدا، هل تريد مني أن أساعدك في شيء آخر؟',
];
const HEBREW = [
  'שלום רב, תודה על פנייתכם. תודה רבה על ההודעה. לכל שאלה נוספת אל תהססו לפנות אלינו. אנו מתנצלים על אי הנוחות.',
  'בברכה, בכבוד רב, נשמח לעמוד לרשותכם בכל שאלה. בוודאי! הנה סיכום של הנקודות העיקריות. אשמח לעזור בכל דבר נוסף.',
];
const THAI = [
  'สวัสดีครับ สวัสดีค่ะ ขอบคุณที่ติดต่อเรา หากมีข้อสงสัยเพิ่มเติม กรุณาติดต่อเรา ขอบคุณที่ใช้บริการ หากมีคำถามเพิ่มเติมสามารถสอบถามได้ตลอดเวลา',
  'ขออภัยในความไม่สะดวก จึงเรียนมาเพื่อโปรดทราบ ขอแสดงความนับถือ แน่นอน นี่คือสรุปประเด็นสำคัญ หวังว่าข้อมูลนี้จะเป็นประโยชน์',
];
const JAPANESE = [
  'いつもお世話になっております。いつも大変お世話になっております。ご連絡いただきありがとうございます。お問い合わせいただきありがとうございます。',
  'ご確認のほどよろしくお願いいたします。何卒よろしくお願い申し上げます。引き続きよろしくお願いいたします。ご検討のほどよろしくお願いいたします。',
  'ご不明な点がございましたら、お気軽にお問い合わせください。ご迷惑をおかけして申し訳ございません。お忙しいところ恐れ入りますが、',
  'もちろんです。以下に要点をまとめました。お役に立てれば幸いです。他にご質問があればお知らせください。取り急ぎご連絡申し上げます。',
];
const CHINESE = [
  '您好，感谢您的来信，如有任何问题，请随时与我们联系。感谢您的理解与支持。给您带来的不便，我们深表歉意。期待您的回复，祝您工作顺利，身体健康。',
  '當然可以，以下是重點摘要：如有任何問題，請隨時與我們聯繫。感謝您的來信。当然可以，以下是主要内容的总结：希望这些信息对您有所帮助。如果您还有其他问题，请告诉我。',
];
const KOREAN = [
  '안녕하세요, 문의해 주셔서 감사합니다. 궁금한 점이 있으시면 언제든지 문의해 주시기 바랍니다. 감사합니다. 추가 문의 사항이 있으시면 언제든지 연락 주시기 바랍니다.',
  '불편을 드려 죄송합니다. 양해해 주시기 바랍니다. 물론입니다. 다음은 주요 내용을 정리한 것입니다. 도움이 되었기를 바랍니다. 확인 부탁드립니다.',
];

const PHRASES = [ENGLISH, ITALIAN, ARABIC, HEBREW, THAI, JAPANESE, CHINESE, KOREAN].flat();
let stock: ReadonlySet<number> | undefined;

/** The shingles of phrases that stand anywhere; made when first asked for. */
export function stockShingles(): ReadonlySet<number> {
  stock ??= new Set(PHRASES.flatMap((phrases) => [...shinglesOf(hashedWordsOf(phrases))]));
  return stock;
}
