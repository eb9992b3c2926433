/// Connecting calendar accounts by the consent of their owners, on the page of their service.
@NullMarked
package org.meetwright.core.calendar.consent;

import org.jspecify.annotations.NullMarked;
