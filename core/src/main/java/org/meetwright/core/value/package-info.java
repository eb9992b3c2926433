/// Small values that every feature uses: checked text, e-mail addresses, and the one way to say
/// that a value is wrong.
@NullMarked
package org.meetwright.core.value;

import org.jspecify.annotations.NullMarked;
