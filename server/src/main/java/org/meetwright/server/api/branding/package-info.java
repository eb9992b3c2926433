/// Routes for the colour and the logo of the pages.
@NullMarked
package org.meetwright.server.api.branding;

import org.jspecify.annotations.NullMarked;
