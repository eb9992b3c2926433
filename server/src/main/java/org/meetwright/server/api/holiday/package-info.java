/// Routes that tell public holidays.
@NullMarked
package org.meetwright.server.api.holiday;

import org.jspecify.annotations.NullMarked;
