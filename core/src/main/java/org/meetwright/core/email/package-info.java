/// Mails as they were written, with what became of them.
@NullMarked
package org.meetwright.core.email;

import org.jspecify.annotations.NullMarked;
