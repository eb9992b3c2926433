// Everything works without scripts; these make it quicker and surer.
import { navigate, start } from './navigation.js';
import { sendOnce } from './forms.js';
import { useBrowserZone, applyZoneAtOnce } from './zone.js';

start();
sendOnce();
applyZoneAtOnce();
useBrowserZone(navigate);
