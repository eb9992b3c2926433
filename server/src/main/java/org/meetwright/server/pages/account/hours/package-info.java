/// When a host can be met: schedules, their weeks, and dates that differ.
@NullMarked
package org.meetwright.server.pages.account.hours;

import org.jspecify.annotations.NullMarked;
