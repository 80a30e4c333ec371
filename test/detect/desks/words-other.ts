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
  kurz: [
    { asks: 'Ist Halle 2 frei?', answers: 'Ja.' },
    { asks: 'Ab wann genau?', answers: 'Ab Montag, 7 Uhr.' },
    { asks: 'Wer hat den Schlüssel?', answers: 'Frau Lindner' },
    { asks: 'Brauche ich eine Schulung?', answers: 'Nein, nur Sicherheitsschuhe.' },
    { asks: 'Danke, und wo parke ich?', answers: 'Hof Nord, Feld 12.' },
  ],
  lavoro: [
    {
      asks: 'Controlla questo elenco:\n\n1. estintori\n2. **uscite**\n3. cartelli\n\nManca qualcosa per il piano terra?',
      answers: 'Mancano due voci:\n\n- le luci di emergenza\n- il registro delle prove\n\nIl resto c’è.',
    },
    { asks: 'Ogni quanto si provano le luci?', answers: 'Ogni sei mesi.' },
    {
      asks: 'Questo comando non va:\n\n```bash\nlp -d piano-terra cartelli.pdf\n```\n\nDice `destinazione sconosciuta`.',
      answers:
        'La stampante si chiama `terra-1`:\n\n```bash\nlp -d terra-1 cartelli.pdf\n```\n\nL’elenco si vede con `lpstat -a`.',
    },
    {
      asks: 'Fammi una tabella dei turni',
      answers:
        'Ecco i turni della settimana:\n\n| Giorno | Mattina | Sera |\n|---|---|---|\n| Lunedì | Rossi | Neri |\n| Martedì | Neri | Sala |',
    },
  ],
  ufficio: [
    { asks: 'Quanti giorni di ferie mi restano?', answers: 'Undici, più due di permesso.' },
    {
      asks: 'Mi fai il riepilogo delle spese di marzo?\n\ndata;voce;euro\n03/03;treno;42,50\n11/03;albergo;118,00\n12/03;pranzo;23,40',
      answers:
        'Ecco il riepilogo:\n\n| Voce | Euro |\n|---|---|\n| Treno | 42,50 |\n| Albergo | 118,00 |\n| Pranzo | 23,40 |\n\nIn tutto sono **183,90 euro**.',
    },
    { asks: 'Va bene così per la contabilità?', answers: 'Sì' },
    {
      asks: 'Scrivi due righe per chi approva',
      answers:
        'Buongiorno,\n\nallego le spese della trasferta di marzo: treno, albergo e un pranzo, per 183,90 euro. Le ricevute sono in cartella.\n\nGrazie',
    },
    { asks: 'E in formato CSV?', answers: '```csv\nvoce;euro\ntreno;42,50\nalbergo;118,00\npranzo;23,40\n```' },
  ],
  手順: [
    { asks: '倉庫の鍵はどこですか？', answers: '受付です。' },
    {
      asks: '入庫の手順を教えてください',
      answers: '手順は次のとおりです。\n\n- 伝票を**二部**用意する\n- 二番ゲートで検品する\n- 棚番号を書いて受付に渡す',
    },
    { asks: '土曜日も使えますか？', answers: 'いいえ。' },
    { asks: '担当者への一文を書いて', answers: '明日の朝八時に二番ゲートへ十箱届きますので、検品をお願いいたします。' },
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
  עברית: [
    { asks: 'מתי נסגר המחסן ביום שישי?', answers: 'המחסן נסגר בשעה אחת בצהריים.' },
    {
      asks: 'מה צריך להביא כדי לאסוף חבילה?',
      answers:
        'כדי לאסוף חבילה צריך שלושה דברים:\n\n- **תעודה מזהה** עם תמונה\n- מספר ההזמנה\n- ייפוי כוח, אם אוספים בשביל מישהו אחר\n\nהדלפק נמצא בקומת הקרקע, מימין לכניסה.',
    },
    { asks: 'אפשר לשלם במזומן?', answers: 'לא, רק בכרטיס.' },
    {
      asks: 'כתוב הודעה קצרה ללקוח שאיחר',
      answers: 'שלום רב,\n\nהחבילה שלך מחכה לך במחסן עד יום חמישי. אחרי כן היא תוחזר לשולח.\n\nבברכה, צוות המחסן',
    },
  ],
  中文: [
    { asks: '发票要保存多久？', answers: '一般要保存十年，从开票当年的年末开始计算。' },
    {
      asks: '请列出报销需要的材料',
      answers:
        '报销需要以下材料：\n\n- 发票原件\n- 付款记录\n- 部门负责人签字的申请表\n\n材料齐全后，财务部会在五个工作日内付款。',
    },
    { asks: '可以用电子发票吗？', answers: '可以。' },
    { asks: '写一句话通知同事', answers: '各位同事，请在本周五之前把十一月的报销材料交到财务部三号窗口，谢谢。' },
  ],
  français: [
    { asks: 'À quelle heure ferme l’accueil ?', answers: 'À dix-huit heures, sauf le vendredi.' },
    {
      asks: 'Que faut-il pour un badge de visiteur ?',
      answers:
        'Il faut une **pièce d’identité** et le nom de la personne à voir.\n\nL’accueil garde la pièce jusqu’à la sortie, et le badge s’arrête de fonctionner à minuit.',
    },
    { asks: 'Et pour un chien ?', answers: 'Non, les chiens restent dehors.' },
    {
      asks: 'Écris un mot pour la porte.',
      answers:
        'Chers visiteurs, l’ascenseur est en panne jusqu’à lundi. Prenez l’escalier à gauche, ou sonnez : on viendra vous aider.',
    },
  ],
  oficina: [
    { asks: '¿Hasta qué hora recogen paquetes?', answers: 'Hasta las siete y media.' },
    {
      asks: '¿Qué lleva la etiqueta de un envío frágil?',
      answers:
        'La etiqueta lleva tres cosas:\n\n- el **nombre** de quien recibe\n- la planta y la puerta\n- la copa roja\n\nSe pega en el lado largo.',
    },
    { asks: '¿Y si pesa más de veinte kilos?', answers: 'Entonces lo baja el montacargas, nunca una persona sola.' },
    { asks: '¿Hay que firmar?', answers: 'Sí' },
  ],
  biuro: [
    { asks: 'Kto zamawia papier do drukarek?', answers: 'Recepcja, co dwa tygodnie.' },
    {
      asks: 'A jeśli zabraknie wcześniej?',
      answers: 'Zapas leży w szafie obok windy; proszę wpisać na listę, ile się wzięło.',
    },
    {
      asks: 'Napisz kartkę na szafę',
      answers:
        'Uwaga!\n\nKto bierze ostatnią paczkę, zgłasza to w recepcji. **Klucz** odkładamy na haczyk, a drzwi zamykamy.',
    },
    { asks: 'Czy tonery też tam są?', answers: 'Nie.' },
  ],
  사무실: [
    { asks: '회의실은 어떻게 예약하나요?', answers: '사내 일정표에서 예약합니다.' },
    {
      asks: '빔 프로젝터가 있는 방을 알려 주세요',
      answers:
        '다음 방에 있습니다.\n\n- **3층** 큰 회의실\n- 5층 상담실\n- 지하 강의실\n\n리모컨은 안내 데스크에서 빌려 줍니다.',
    },
    { asks: '토요일에도 쓸 수 있나요?', answers: '네' },
    { asks: '예약을 취소하려면요?', answers: '일정표에서 지우면 다른 사람이 바로 쓸 수 있습니다.' },
  ],
};
