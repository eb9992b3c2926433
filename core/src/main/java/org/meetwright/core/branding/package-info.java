/// The colour and the logo of a host's pages.
@NullMarked
package org.meetwright.core.branding;

import org.jspecify.annotations.NullMarked;
