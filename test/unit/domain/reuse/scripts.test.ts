/** Texts in scripts with marks that may be left out, and without spaces: what is recognised, and what is not taken for it. */
import { describe, expect, test } from 'vitest';
import { fingerprintsOf } from '../../../../lib/domain/reuse/fingerprints.ts';
import { overlapOf, prepare } from '../../../../lib/domain/reuse/overlap.ts';
import { rarities } from '../../../../lib/domain/reuse/rarity.ts';
import { hashedWordsOf } from '../../../../lib/domain/reuse/words.ts';

/** Outputs that there are besides: as in a browser of a few days. */
const OUTPUTS = 50;

/** The share of a pasted text that is recognised as the output's, as a browser that holds the output finds it. */
function shareOf(pasted: string, text: string): number {
  const held = new Set(fingerprintsOf(text));
  const own = prepare(hashedWordsOf(pasted));
  if (![...fingerprintsOf(pasted)].some((each) => held.has(each))) return 0;
  const holders = new Map([...held].map((each) => [each, 1]));
  const overlap = overlapOf(own, prepare(hashedWordsOf(text)), rarities(holders, OUTPUTS));
  return overlap ? overlap.kept / own.words.hashes.length : 0;
}

const ARABIC = 'سيصل المبلغ المسترد إلى بطاقتك خلال خمسة إلى عشرة أيام عمل ونرجو الاحتفاظ بالإيصال';
const HEBREW = 'ההחזר יגיע לכרטיס האשראי שלכם בתוך חמישה עד עשרה ימי עסקים ואנא שמרו את הקבלה';
const THAI = 'เงินคืนจะเข้าบัตรของคุณภายในห้าถึงสิบวันทำการ กรุณาเก็บใบเสร็จไว้';
const LAO = 'ເງິນຄືນຈະເຂົ້າບັດຂອງທ່ານພາຍໃນຫ້າຫາສິບມື້ເຮັດວຽກ ກະລຸນາເກັບໃບຮັບເງິນໄວ້';
const KHMER = 'ប្រាក់សងវិញនឹងចូលកាតរបស់អ្នកក្នុងរយៈពេលប្រាំទៅដប់ថ្ងៃធ្វើការ សូមរក្សាទុកវិក្កយបត្រ';
const BURMESE = 'ပြန်အမ်းငွေသည် အလုပ်လုပ်ရက် ငါးရက်မှ ဆယ်ရက်အတွင်း သင့်ကတ်ထဲသို့ ရောက်ပါမည် ပြေစာကို သိမ်းထားပါ';
const JAPANESE = '返金は五営業日から十営業日以内にカードへ戻りますので、領収書は捨てずに保管してください。';
const CHINESE = '退款将在五到十个工作日内退回您的银行卡，请务必保留收据。';
const KOREAN = '환불 금액은 영업일 기준으로 닷새에서 열흘 안에 카드로 들어오니 영수증을 꼭 보관해 두시기 바랍니다.';

describe('what a writer may add or leave out makes no difference', () => {
  test.each([
    [
      'Arabic with tashkeel',
      ARABIC,
      'سَيَصِلُ المَبْلَغُ المُسْتَرَدُّ إِلَى بِطَاقَتِكَ خِلَالَ خَمْسَةِ إِلَى عَشَرَةِ أَيَّامِ عَمَلٍ وَنَرْجُو الِاحْتِفَاظَ بِالإِيصَالِ',
    ],
    ['Arabic drawn out', ARABIC, ARABIC.replaceAll('ل ', 'ـل ').replaceAll('سة', 'ســة').replaceAll('جو', 'جـو')],
    ['Arabic without hamza', ARABIC, ARABIC.replaceAll(/[أإ]/g, 'ا')],
    ['Arabic with a Quranic sign and a dagger alef', ARABIC, ARABIC.replace('أيام', 'أيّٰام').replace('عمل', 'عملۖ')],
    ['Hebrew with niqqud', HEBREW, 'הַהֶחְזֵר יַגִּיעַ לְכַרְטִיס הָאַשְׁרַאי שֶׁלָּכֶם בְּתוֹךְ חֲמִישָׁה עַד עֲשָׂרָה יְמֵי עֲסָקִים וְאָנָא שִׁמְרוּ אֶת הַקַּבָּלָה'],
    ['Hebrew with cantillation', HEBREW, HEBREW.replaceAll('ה ', 'ה֑ ').replaceAll('ים', `${'י֖ים'.slice(0, 2)}ם`)],
  ])('%s', (_, text, pasted) => {
    expect(pasted).not.toBe(text);
    expect(shareOf(pasted, text)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a part of a sentence or two is recognised', () => {
  test.each([
    ['Thai', THAI, THAI.slice(0, THAI.indexOf(' '))],
    ['Thai, the whole', THAI, THAI],
    ['Lao', LAO, LAO.slice(0, LAO.indexOf(' '))],
    ['Khmer', KHMER, KHMER.slice(0, KHMER.indexOf(' '))],
    ['Burmese', BURMESE, BURMESE.slice(0, BURMESE.indexOf(' ပြေစာ'))],
    ['Japanese', JAPANESE, JAPANESE.slice(0, JAPANESE.indexOf('ので'))],
    ['Chinese', CHINESE, CHINESE.slice(0, CHINESE.indexOf('，'))],
    ['Korean', KOREAN, KOREAN],
    ['Arabic', ARABIC, ARABIC],
    ['Hebrew', HEBREW, HEBREW],
  ])('%s', (_, text, pasted) => {
    expect(shareOf(pasted, text)).toBeGreaterThanOrEqual(0.8);
  });
});

/** Texts of other people on the same subject, and with the phrases that stand in any mail. */
const OTHERS: Record<string, readonly string[]> = {
  Arabic: [
    ARABIC,
    'لم يصل المبلغ إلى بطاقتي حتى اليوم مع أنني أرسلت الإيصال قبل عشرة أيام فأرجو الرد',
    'تفتح مكاتبنا أبوابها من التاسعة صباحا حتى السادسة مساء ويمكنكم حجز موعد عبر الهاتف',
    'مكاتبنا مغلقة يوم الجمعة ويمكنكم الاتصال بنا عبر الهاتف من التاسعة صباحا في بقية الأيام',
    'السلام عليكم ورحمة الله وبركاته، شكرا لتواصلكم معنا، ستصل الشحنة غدا. وتفضلوا بقبول فائق الاحترام والتقدير',
    'السلام عليكم ورحمة الله وبركاته، شكرا لتواصلكم معنا، المستودع مغلق. وتفضلوا بقبول فائق الاحترام والتقدير',
  ],
  Hebrew: [
    HEBREW,
    'ההחזר עדיין לא הגיע לכרטיס שלי אף ששלחתי את הקבלה לפני עשרה ימים ואשמח לתשובה',
    'המשרדים שלנו פתוחים מתשע בבוקר ועד שש בערב ואפשר לקבוע פגישה בטלפון',
    'המשרדים שלנו סגורים ביום שישי ואפשר להתקשר אלינו מתשע בבוקר בשאר הימים',
  ],
  Thai: [
    THAI,
    'เงินคืนยังไม่เข้าบัตรของฉันเลย ทั้งที่ส่งใบเสร็จให้แล้วเมื่อสิบวันก่อน',
    'สำนักงานเปิดทำการตั้งแต่เก้าโมงเช้าถึงหกโมงเย็นทุกวัน',
    'สำนักงานปิดทำการในวันหยุด กรุณาโทรมาหลังเก้าโมงเช้า',
    'เรียนคุณสมชาย สินค้าจะถึงพรุ่งนี้ หากมีข้อสงสัยเพิ่มเติม กรุณาติดต่อเรา ขอบคุณที่ใช้บริการ',
    'เรียนคุณมาลี คลังสินค้าปิดแล้ว หากมีข้อสงสัยเพิ่มเติม กรุณาติดต่อเรา ขอบคุณที่ใช้บริการ',
  ],
  Lao: [
    LAO,
    'ເງິນຄືນຍັງບໍ່ທັນເຂົ້າບັດຂອງຂ້ອຍ ທັງທີ່ສົ່ງໃບຮັບເງິນໄປແລ້ວສິບມື້ກ່ອນ',
    'ຫ້ອງການເປີດແຕ່ເກົ້າໂມງເຊົ້າຫາຫົກໂມງແລງທຸກມື້',
    'ຫ້ອງການປິດໃນວັນພັກ ກະລຸນາໂທມາຫຼັງເກົ້າໂມງເຊົ້າ',
  ],
  Khmer: [
    KHMER,
    'ប្រាក់សងវិញមិនទាន់ចូលកាតរបស់ខ្ញុំទេ ទោះបីខ្ញុំបានផ្ញើវិក្កយបត្រដប់ថ្ងៃមុន',
    'ការិយាល័យរបស់យើងបើកពីម៉ោងប្រាំបួនព្រឹកដល់ម៉ោងប្រាំមួយល្ងាច',
    'ការិយាល័យបិទនៅថ្ងៃឈប់សម្រាក សូមទូរស័ព្ទក្រោយម៉ោងប្រាំបួនព្រឹក',
  ],
  Burmese: [
    BURMESE,
    'ပြန်အမ်းငွေသည် ကျွန်ုပ်၏ကတ်ထဲသို့ မရောက်သေးပါ ပြေစာကို လွန်ခဲ့သော ဆယ်ရက်က ပို့ပြီးပါပြီ',
    'ရုံးကို မနက်ကိုးနာရီမှ ညနေခြောက်နာရီအထိ နေ့စဉ်ဖွင့်ပါသည်',
    'ရုံးပိတ်ရက်တွင် မနက်ကိုးနာရီနောက်ပိုင်း ဖုန်းဆက်ပါ',
  ],
  Japanese: [
    JAPANESE,
    '返金がまだカードに届いていません。領収書は十日前に送りましたので、確認してください。',
    '会議室の予約は前日の正午までに総務へお願いいたします。',
    '会議の資料は前日の夕方までに皆さまへお送りいたします。',
    'いつもお世話になっております。商品は明日届きます。ご確認のほどよろしくお願いいたします。',
    'いつもお世話になっております。倉庫は閉まりました。ご確認のほどよろしくお願いいたします。',
  ],
  Chinese: [
    CHINESE,
    '退款还没有到我的银行卡，我十天前已经寄出收据，请尽快回复。',
    '我们的办公室每天上午九点到下午六点开放，可以打电话预约。',
    '我们的办公室星期五不开放，其他日子上午九点以后可以打电话。',
    '您好，商品明天送到。感谢您的来信，如有任何问题，请随时与我们联系。',
    '您好，仓库已经关了。感谢您的来信，如有任何问题，请随时与我们联系。',
  ],
  Korean: [
    KOREAN,
    '환불 금액이 아직 카드로 들어오지 않았고 영수증은 열흘 전에 보냈으니 확인해 주시기 바랍니다.',
    '사무실은 매일 오전 아홉 시부터 오후 여섯 시까지 문을 열며 전화로 예약할 수 있습니다.',
    '안녕하세요, 물건은 내일 도착합니다. 궁금한 점이 있으시면 언제든지 문의해 주시기 바랍니다. 감사합니다.',
    '안녕하세요, 창고는 닫혔습니다. 궁금한 점이 있으시면 언제든지 문의해 주시기 바랍니다. 감사합니다.',
  ],
};

describe('a text on the same subject, or with the same courtesies, is not taken for it', () => {
  test.each(Object.entries(OTHERS))('%s', (_, texts) => {
    const taken = texts.flatMap((text) =>
      texts.flatMap((pasted) => (pasted !== text && shareOf(pasted, text) > 0 ? `${pasted} ← ${text}` : [])),
    );
    expect(taken).toEqual([]);
  });
});
