/// Public holidays and travel of a schedule, in its form.
@NullMarked
package org.meetwright.server.pages.account.hours.away;

import org.jspecify.annotations.NullMarked;
