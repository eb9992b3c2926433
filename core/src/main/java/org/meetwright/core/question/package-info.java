/// The questions of an event type's form, and the answers that are accepted.
@NullMarked
package org.meetwright.core.question;

import org.jspecify.annotations.NullMarked;
