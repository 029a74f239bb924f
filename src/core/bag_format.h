/* What the writer (bag.c) and the verifier (bag_verify.c) of a bag must agree on. For these two only. */
#ifndef CORE_BAG_FORMAT_H
#define CORE_BAG_FORMAT_H

#define BAG_DECLARATION "bagit.txt"
#define BAG_INFO	"bag-info.txt"
#define BAG_MANIFEST	"manifest-sha256.txt"
#define BAG_TAGMANIFEST "tagmanifest-sha256.txt"
#define BAG_PAYLOAD	"data"

#define BAG_DECLARATION_TEXT "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
#define BAG_OXUM	     "Payload-Oxum" /* bytes.files of the payload */
#define BAG_SEPARATOR	     "  "	    /* between hash and path, as sha256sum writes it */

#endif
