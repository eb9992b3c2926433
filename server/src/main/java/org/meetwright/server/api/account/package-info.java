/// What a host says about himself and his time: profile, sessions, teams, schedules, busy times.
@NullMarked
package org.meetwright.server.api.account;

import org.jspecify.annotations.NullMarked;
