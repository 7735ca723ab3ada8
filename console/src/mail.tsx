import './styles/mail.css';
import { MailApp } from './mail/mail-app';
import { mount } from './mount';
import { getJson } from './platform/http';

mount(<MailApp get={getJson} />);
