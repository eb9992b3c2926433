/// Connecting calendar accounts, and opening them.
@NullMarked
package org.meetwright.core.calendar.account;

import org.jspecify.annotations.NullMarked;
