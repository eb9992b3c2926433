/// What everyone sees without signing in: hosts and teams, their event types, and the slots.
@NullMarked
package org.meetwright.server.api.slot;

import org.jspecify.annotations.NullMarked;
