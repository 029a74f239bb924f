#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const material[LISTS][48] = {
	[FIRST_HEAD] = {"Ma", "Lé", "Jo", "Zo", "Ti", "Ra", "El", "Bru", "Ché", "Nö", "Ka", "Sy", "Îlo", "Wen", "Fé",
		"Da", "Ove", "Mi", "Lu", "Ço", "Žo", "Thé", "Ori", "Pe"},
	[FIRST_TAIL] = {"ra", "lio", "nel", "vi", "ssa", "mir", "ndra", "ïs", "tte", "ric", "land", "na", "lys", "do",
		"bert", "vane", "lka", "rö", "x-Ori", " Lia"},
	[LAST_HEAD] = {"Val", "Tarn", "Bel", "Mor", "Quen", "Hös", "Grü", "d'Ar", "O'Bran", "von Kel", "Szé", "Łop",
		"Nis", "Ferr", "Ast", "Dru", "Lac", "Pél", "Rí", "Ström", "de la Ven", "Bœr"},
	[LAST_TAIL] = {"morin", "hof", "tel", "vaux", "brand", "quist", "ière", "ini", "ovic", "stein", "land", "ard",
		"berg", "ez", "ński", "court", "-Marel", "üller"},
	[FIRM_HEAD] = {"Nor", "Vela", "Ori", "Kestra", "Belm", "Tarn", "Pél", "Quor", "Sié", "Ulm", "Zent", "Astr",
		"Cœr", "Grün", "Lumi", "Opt"},
	[FIRM_TAIL] = {"valex", "tron", "ion", "mira", "hof", "sys", "téch", "photonik", "wave", "cept", "dyne",
		"elec"},
	[FIRM_FORM] = {" SA", " SARL", " GmbH", " Ltd", " & Fils", " & Söhne GmbH", ", Inc.", " B.V.", " AG", " S.p.A.",
		" (France)", " \"Labs\"", " R&D", " Œuvres", " d.o.o."},
	[PRODUCT] = {"ORI-220", "Kestra 4", "TB-7", "PX-12", "Vela-Kit", "wafer W/7", "IP-3", "\"Lumi\" probe",
		"M&S-50", "Ø 40 mm", "ASIC A9", "Sensor 3.1", "<prototype>"},
	[TOWN] = {"Valbourg", "Tarnstadt", "Port-Mélis", "Sankt Oriel", "Northwick Dale", "Bœuf-le-Vieux",
		"Grünau am See", "L'Isle-Perdue", "Eastmere"},
	[SUBJECT_EN] = {"Quote %r", "Follow-up on %p", "Meeting with %o", "Delivery of %p, lot %n",
		"Call back about %r", "Order %r: confirmation", "Question on \"%p\"", "Minutes of the review, %c",
		"Samples %p & test report", "Invoice %r", "Introduction", "Trade fair %c",
		"Maintenance contract, year %n", "Price list", "+ details on %p"},
	[SUBJECT_FR] = {"Suivi", "Suivi affaire %r", "Suivi devis %r", "Relance %p", "Réunion à %c", "Compte rendu, %o",
		"Préétude %p", "Offre n° %r", "Demande d'échantillons %p", "Point téléphonique avec %f",
		"Dépôt du dossier %r", "Suivi : délais %p", "Cœur de gamme « %p »", "À rappeler",
		"Invitation salon de %c"},
	[SUBJECT_DE] = {"Angebot %r", "Rückruf zu %p", "Besprechung in %c", "Auftrag %r, Lieferung %n",
		"Prüfbericht %p", "Termin mit %f", "Nachfassen: %p", "Verfügbarkeit Größe %n", "Messe %c"},
	[SENTENCE_EN] = {"They would like %n more samples of %p before the end of the quarter.",
		"Spoke with %f about the delay; she will ask the workshop in %c.",
		"Price agreed at %a, delivery in %n weeks, packing included.", "No answer, left a message.",
		"The drawing %r is out of date: please send revision %n.",
		"He said \"not before %d\", so let us wait for the next budget.",
		"Test results for %p are within the limits, except channel %n.",
		"To do: send the contract, check the address, confirm with %o.",
		"The customer's engineer couldn't open the file; sent again as PDF.",
		"Budget approved, order %r expected by %d.", "Visit to %c went well & they asked for a second date.",
		"Competition offers %a, we can't follow below that.", "Temperature > 85 degrees and humidity < %n %%.",
		"See attached minutes; next review on %d.", "Lead time is %n weeks (was %n).",
		"Asked for references in the medical field; %f will provide two.",
		"Warranty claim on lot %n: replace at our cost, investigate the cause.",
		"Wants to compare %p with the previous generation.", "OK for me.",
		"The invoice %r was paid on %d, thank you note sent.",
		"Met at the fair in %c, very interested, call back in %n days.",
		"They asked whether %o could host the demo.", "Quantities: %n now, %n in spring, the rest on call-off.",
		"Legal wants clause %n removed before signature.",
		"Feasibility confirmed by design; pre-study can start."},
	[SENTENCE_FR] = {"Il souhaite recevoir %n échantillons de %p avant la fin du mois.",
		"Échange avec %f au sujet du délai ; elle voit avec l'atelier de %c.",
		"Prix négocié à %a, livraison sous %n semaines, emballage compris.", "Pas de réponse, message laissé.",
		"Le plan %r n'est plus à jour : merci d'envoyer l'indice %n.",
		"« Pas avant le %d », donc à relancer au prochain budget.",
		"Les résultats d'essai de %p sont conformes, hormis la voie %n.",
		"À faire : envoyer le contrat, vérifier l'adresse, confirmer avec %o.",
		"Le bureau d'études n'a pas pu ouvrir le fichier, renvoyé en PDF.",
		"Budget validé, commande %r attendue pour le %d.",
		"Visite à %c très positive & deuxième date demandée.",
		"La concurrence propose %a ; impossible de suivre en dessous.",
		"Température > 85 °C et humidité < %n %%.", "Voir compte rendu joint, prochain point le %d.",
		"Le délai passe de %n à %n semaines.",
		"Nous avons été déçus par la qualité du lot %n, geste commercial à prévoir.",
		"Préétude terminée, le client hésite encore entre %p et l'existant.", "D'accord pour moi.",
		"Facture %r réglée le %d, remerciements envoyés.",
		"Rencontré au salon de %c, très intéressé, rappeler dans %n jours.",
		"Il a été convenu que %o accueillera la démonstration.",
		"Quantités : %n tout de suite, %n au printemps, le solde sur appel.",
		"Le service juridique veut retirer l'article %n avant signature.",
		"Cœur de cible : fabricants d'œillets.", "Où en est-on ? Le contact est à l'étranger jusqu'au %d."},
	[SENTENCE_DE] = {"Der Kunde möchte %n weitere Muster von %p bis Quartalsende.",
		"Mit %f über die Verzögerung gesprochen, sie fragt in %c nach.",
		"Preis %a vereinbart, Lieferung in %n Wochen, Verpackung enthalten.",
		"Nicht erreicht, Nachricht hinterlassen.", "Zeichnung %r ist überholt, bitte Stand %n schicken.",
		"\"Nicht vor dem %d\", also nächstes Budget abwarten.", "Prüfwerte von %p in Ordnung, außer Kanal %n.",
		"Offen: Vertrag senden, Anschrift prüfen, mit %o klären.", "Auftrag %r wird bis %d erwartet.",
		"Der Besuch in %c war erfreulich, zweiter Termin gewünscht.",
		"Wettbewerb liegt bei %a, darunter geht es nicht.", "Größe %n ist ab Lager verfügbar.",
		"Rechnung %r am %d bezahlt.", "Gewährleistung für Los %n: Ersatz auf unsere Kosten.",
		"Die Zeichnung fehlt noch, Muster folgen in Woche %n.", "Schulung für %n Personen in %c angefragt.",
		"Ansprechpartnerin ist jetzt %f, bitte ändern.",
		"Liefertermin um %n Tage verschoben, Kunde ist verärgert.", "Freigabe durch %o steht noch aus.",
		"Rückfrage zur Toleranz: ±0,%n mm?", "Messebesuch in %c, großes Interesse an %p.",
		"Bitte die Übersetzung für Österreich und die Schweiz prüfen."},
	[ODD_SENTENCE] = {"Merci 🙏 à %f !", "Great news 🎉🎉 order signed", "👩‍🔬 test du %d ✅",
		"Prix : 1 234,56 €", "Zażółć gęślą jaźń (%c)", "Ελληνικά και русский", "日本語のメモ %r", "مرحبا %f",
		"non\u00a0breaking\u00a0blank\u00a0: 12\u00a0000\u00a0€", "zero\u200bwidth and e\u0301 decomposed",
		"liste \uf0a7 puce \uf02d tiret", "C:\\devis\\%r.pdf", "=SOMME(A1:A%n)", "tab\tseparated\tvalues",
		"100%% d'accord -- rien d'autre", "'quoted' and \"\"doubled\"\"", "prix; quantité; délai",
		"{\"ref\": \"%r\", \"ok\": true}", "SELECT * FROM devis WHERE id = %n; --",
		"https://www.example.com/doc?id=%n&lang=fr#page=%n", "½ journée, 3 × %n m², ±5 µm",
		"…à suivre – ou pas — « bref »"},
	[EMOJI] = {" 🙂", " 👍", " 🚀", " ☎️", " ✅", " ;-)", " :)", " !"},
	[HTML_OPEN] = {"<p>", "<div>", "<p class=\"MsoNormal\"><span lang=\"FR\">",
		"<div style=\"font-family:Calibri,sans-serif; font-size:11pt; mso-line-height-rule:exactly\">",
		"<p><b>Note :</b> ", "<ul><li>", "<table border=\"0\"><tr><td>&nbsp;</td><td>",
		"<!--[if gte mso 9]><xml></xml><![endif]--><p>", "<font color='#1F497D'>", "<p>R&amp;D &ndash; "},
	[HTML_CLOSE] = {"</p>", "</div>", "<o:p></o:p></span></p>", "</div>", "</p>", "</li></ul>",
		"</td></tr></table>", "</p>", "</font><br/>", "<br></p>"},
};

static struct word words[LISTS][48];
static uint32_t counts[LISTS];

static uint32_t
characters(const char *text)
{
	uint32_t n = 0;

	for (; *text != '\0'; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	return n;
}

void
words_init(enum encoding survives)
{
	for (int list = 0; list < LISTS; list++) {
		for (int i = 0; i < 48 && material[list][i] != NULL; i++) {
			const char *text = material[list][i];
			size_t length = strlen(text);

			if (encode_keeps(survives, text, length))
				words[list][counts[list]++] = (struct word){text, (uint32_t)length, characters(text)};
		}
		if (counts[list] == 0) {
			fprintf(stderr, "fixturegen: no word is left in list %d\n", list);
			exit(1);
		}
	}
}

const struct word *
words_pick(enum list list, struct dice *d)
{
	return &words[list][dice_below(d, counts[list])];
}
