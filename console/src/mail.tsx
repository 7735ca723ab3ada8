import './styles/mail.css';
import { MailApp } from './mail/mail-app';
import { mount } from './mount';
import { getJson } from './platform/get-json';

mount(<MailApp get={getJson} />);
