/// Small values that every feature uses: checked text, e-mail addresses, and the only way to report
/// an invalid value.
@NullMarked
package org.meetwright.core.value;

import org.jspecify.annotations.NullMarked;
