/// The mails that were written, with their state, and the number of mails that an address may get.
@NullMarked
package org.meetwright.core.email;

import org.jspecify.annotations.NullMarked;
