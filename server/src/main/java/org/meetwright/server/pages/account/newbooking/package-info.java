/// The pages on which a host books for someone.
@NullMarked
package org.meetwright.server.pages.account.newbooking;

import org.jspecify.annotations.NullMarked;
