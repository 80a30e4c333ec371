/** Words with which people, programs and forms say what a number is. In small letters. */

/** A telephone number, a tax number, a card, or something else that is no personal number of these kinds. */
export type LabelKind = 'phone' | 'tax' | 'card' | 'person' | 'other';

const PHONE = `tel telefono telefonico telefonica telephone telefon téléphone teléfono telefone phone phones cell cel cellulare cellphone
  mobile mobil mob móvil celular handy portable portatile gsm fax whatsapp telegram viber signal sms call calls callme chiama
  chiamami chiamare chiamate chiamalo chiamala chiamarlo chiamarla recapito recapiti contatto ring dial text recall richiama richiamami
  richiamare telefona telefonami telefonare anrufen rufen ruf rufnummer telefonnummer appelez appeler llame llamar llama verde centralino
  hotline helpdesk phonenumber phoneno mobilenumber msisdn telefoni телефон тел моб мобильный звоните факс τηλ τηλέφωνο κινητό هاتف الهاتف جوال
  الجوال موبايل تليفون للاتصال اتصل טלפון נייד फोन मोबाइल 전화 연락처 휴대폰 โทร wa`;
const TAX = `iva piva vat vatid vatno cf codicefiscale fiscale ust ustid ustidnr uid tva nif nip btw mwst moms cif cvr dic dič ičo afm αφμ ein cui pi va tax fisc oib ddv ico`;
const CARD = `card carta visa mastercard amex maestro bancomat pan karte kreditkarte carte tarjeta`;
/** Whose number it is: a row of digits is then a number on a list, one in groups may be for calling. */
const PERSON = `client cliente customer kunde kundin user utente member socio employee dipendente contact`;
const OTHER = `matr conf confirmation confirm booking prenotazione reservation pnr tessera model modello zip postcode npi utc order orders ordine ordini ord ref refs rif riferimento reference id ids uuid guid ticket tickets case caso invoice invoices fattura
  fatture fatt inv ddt bolla preventivo offerta quote po rfq contract contratto contr policy polizza claim sinistro account accounts acct
  conto kdnr matricola badge tracking spedizione shipment parcel pacco
  awb lot lotto batch serial seriale serie seriennummer mappale particella foglio catasto stanza room lines linee sn imei iccid isbn issn ean gtin upc asin sku barcode article articolo art item items product prodotto part
  build release version versione ver rev revision commit hash checksum timestamp ts epoch unix seed port pid row rows record records line riga
  righe page pagina protocollo prot pratica repertorio cup cig cpv rea codice cod code codes code_id key pin otp otc puk token session
  transaction transazione trn cro txn payment pagamento quantity quantità qty qta amount importo total totale sum somma prezzo price saldo
  balance budget fatturato revenue eur euro usd chf gbp bestellung bestellnummer rechnung rechnungsnummer auftrag auftragsnummer kundennummer
  vertrag aktenzeichen vorgang artikel artikelnummer konto kontonummer commande facture référence dossier compte pedido factura cuenta
  zamówienie doi pmid arxiv issue issues bug pr mac plate targa vin chassis telaio meter contatore pod pdr fase frequency hz
  ср заказ заказа счет счёт طلب فاتورة الطلب الفاتورة`;
const NEUTRAL_WORDS = `number numbers numero numeri num no nr n nro nos núm número numéro nummer nome is are at è e' sono the a an il lo la le gli i un una di
  del della dello dei al allo alla my your our his her their mio tuo suo vostro nostro sua mia tua us me on to su for per with your is: ist lautet die der das meine
  ihre sie unter au aux le les du de est mon votre el los mi es su o or und oder and personale personal work reg registration registrazione ufficio office business direct diretto home
  new nuovo nuova old vecchio номер رقم رقمي`;

const words = (text: string): string[] => text.split(/\s+/);

export const LABELS: ReadonlyMap<string, LabelKind> = new Map<string, LabelKind>([
  ...words(OTHER).map((word) => [word, 'other'] as const),
  ...words(PERSON).map((word) => [word, 'person'] as const),
  ...words(CARD).map((word) => [word, 'card'] as const),
  ...words(TAX).map((word) => [word, 'tax'] as const),
  ...words(PHONE).map((word) => [word, 'phone'] as const),
]);
export const NEUTRAL: ReadonlySet<string> = new Set(words(NEUTRAL_WORDS));

/** Chinese and Japanese put the label directly behind other words. */
export const SPACELESS_LABELS: readonly (readonly [string, LabelKind])[] = [
  ...words('电话 電話 手机 手機 手机号 电话号码 手机号码 联系方式 联系电话 微信 热线 传真 携帯 携帯番号 電話番号').map(
    (word) => [word, 'phone'] as const,
  ),
  ...words(
    '订单 订单号 单号 编号 号码 流水号 账号 帐号 发票 发票号 发票号码 版本 快递 快递单号 身份证 注文番号 番号 合同号 学号 工号',
  ).map((word) => [word, 'other'] as const),
];
