/// Rules by which events repeat.
@NullMarked
package org.meetwright.core.calendar.item.rule;

import org.jspecify.annotations.NullMarked;
