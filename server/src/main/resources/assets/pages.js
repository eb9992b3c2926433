// Everything works without scripts; these make it quicker and surer.
import { navigate, start } from './navigation.js';
import { sendOnce } from './forms.js';
import { solveChallenges } from './challenge.js';
import { useBrowserZone, applyZoneAtOnce } from './zone.js';

start();
sendOnce();
solveChallenges();
applyZoneAtOnce();
useBrowserZone(navigate);
