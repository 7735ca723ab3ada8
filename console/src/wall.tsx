import './styles/wall.css';
import { mount } from './mount';
import { getJson } from './platform/http';
import { WallApp } from './wall/wall-app';

mount(<WallApp get={getJson} />);
