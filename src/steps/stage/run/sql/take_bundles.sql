SELECT sha256 FROM receipt_bundle;
