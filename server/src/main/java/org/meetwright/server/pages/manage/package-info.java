/// The pages of a manage link: the booking, cancelling it and moving it.
@NullMarked
package org.meetwright.server.pages.manage;

import org.jspecify.annotations.NullMarked;
