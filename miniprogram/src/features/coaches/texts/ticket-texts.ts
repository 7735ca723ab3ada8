import { texts } from '../../../ui/words';

/** Words about tickets that were bought ahead. */
export const ticketTexts = texts({
  found: { zh: '找到您的车票，核对后确认', en: 'Your ticket was found: check and confirm' },
  ticket: { zh: '{name} · 车票', en: '{name} · ticket' },
  ticketSeat: { zh: '{name} · 车票 · 座位 {seat}', en: '{name} · ticket · seat {seat}' },
  numberTitle: { zh: '买过票？用车票确认', en: 'Bought a ticket? Confirm by it' },
  numberNote: {
    zh: '票面上的票号和证件号末四位，不用再填其他信息。',
    en: 'The ticket’s number and the last four characters of the document, as they stand on it; nothing else to type.',
  },
  ticketNumber: { zh: '票号', en: 'Ticket number' },
  documentEnding: { zh: '证件号末四位', en: 'Last four of the document' },
  confirm: { zh: '确认登记', en: 'Register' },
  ticketNumberRefused: {
    zh: '请照票面填写票号：字母、数字和 . : / - _。',
    en: 'Give the number as on the ticket: letters, digits and . : / - _.',
  },
  documentEndingRefused: {
    zh: '请填写证件号的最后四位字母或数字。',
    en: 'Give the last four letters or digits of the document.',
  },
});
