/// The pages behind a manage link: the booking, its cancellation, its move.
@NullMarked
package org.meetwright.server.pages.manage;

import org.jspecify.annotations.NullMarked;
