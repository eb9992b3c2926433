/// The screen of a host's teams.
@NullMarked
package org.meetwright.desktop.teams;

import org.jspecify.annotations.NullMarked;
