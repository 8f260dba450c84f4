<?php
declare(strict_types=1);

/*
 * Signed identity for Pomoc online: tells the service, in a way nobody can forge, that the person in
 * front of this page is signed in to this shop's panel. Plain PHP 8, no framework, nothing to install.
 *
 * Put this file outside the pages that visitors can reach, and make one small page of your panel, say
 * pomoc-token-page.php, with the panel's OWN LOGIN CHECK FIRST:
 *
 *     require 'check-login.php';    // whatever ends the request when nobody is signed in
 *     require 'pomoc-token.php';
 *     pomoc_answer_token([
 *         'kid'           => 'k_...',                   // both come from: pomoc shops secret NUMBER
 *         'secret'        => getenv('POMOC_SECRET'),
 *         'supportNumber' => '7KcWt9Ru',
 *         'installUrl'    => 'https://www.ksiegarnia-zuraw.pl',
 *     ]);
 *
 * and name that page in the widget's tag: data-token-url="/zarzadzanie/pomoc-token-page.php".
 * Never print the secret into a page: whoever has it can read the shop's tickets.
 */

/** Answers the request with {"token": "..."}; nothing may have been printed before. */
function pomoc_answer_token(array $shop, string $charset = 'ISO-8859-2'): void
{
    header('Content-Type: application/json');
    header('Cache-Control: no-store'); // each token works once
    echo json_encode(['token' => pomoc_token($shop, time(), $charset)], JSON_THROW_ON_ERROR);
}

/**
 * A JWT signed with HMAC-SHA-256, good for two minutes and for one use.
 *
 * @param array  $shop    kid, secret, supportNumber, installUrl
 * @param int    $now     seconds since 1970; the server's clock may be 30 s off, so keep it set by NTP
 * @param string $charset of strings that are not UTF-8 already: ISO-8859-2 or Windows-1250
 */
function pomoc_token(array $shop, int $now, string $charset = 'ISO-8859-2'): string
{
    $header = ['alg' => 'HS256', 'typ' => 'JWT', 'kid' => $shop['kid']];
    $claims = [
        'aud' => 'pomoc-online',
        'sub' => pomoc_utf8($shop['supportNumber'], $charset),
        'url' => pomoc_utf8($shop['installUrl'], $charset),
        'iat' => $now,
        'exp' => $now + 120,
        'jti' => bin2hex(random_bytes(16)),
    ];
    $signed = pomoc_base64url(json_encode($header, JSON_THROW_ON_ERROR))
        . '.' . pomoc_base64url(json_encode($claims, JSON_THROW_ON_ERROR));

    // The key is the secret as it was shown, character by character: do not decode it.
    return $signed . '.' . pomoc_base64url(hash_hmac('sha256', $signed, $shop['secret'], true));
}

function pomoc_base64url(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

/**
 * UTF-8, which JSON needs, from what old panels hold. A text that is UTF-8 already is left alone: Polish
 * words in an eight-bit charset practically never look like UTF-8.
 */
function pomoc_utf8(string $text, string $charset): string
{
    if (preg_match('//u', $text) === 1) {
        return $text;
    }
    $converted = function_exists('iconv')
        ? iconv($charset, 'UTF-8', $text)
        : pomoc_utf8_by_hand($text, $charset);
    if ($converted === false || preg_match('//u', $converted) !== 1) {
        throw new UnexpectedValueException("Pomoc online: a text is neither UTF-8 nor $charset");
    }
    return $converted;
}

/** For servers without iconv: the eighteen Polish letters, which is all an address here has. */
function pomoc_utf8_by_hand(string $text, string $charset): string
{
    $letters = [
        "\xa3" => 'Ł', "\xb3" => 'ł', "\xaf" => 'Ż', "\xbf" => 'ż', "\xc6" => 'Ć', "\xe6" => 'ć',
        "\xca" => 'Ę', "\xea" => 'ę', "\xd1" => 'Ń', "\xf1" => 'ń', "\xd3" => 'Ó', "\xf3" => 'ó',
    ];
    // Where the two charsets differ.
    $letters += strtoupper($charset) === 'WINDOWS-1250'
        ? ["\xa5" => 'Ą', "\xb9" => 'ą', "\x8c" => 'Ś', "\x9c" => 'ś', "\x8f" => 'Ź', "\x9f" => 'ź']
        : ["\xa1" => 'Ą', "\xb1" => 'ą', "\xa6" => 'Ś', "\xb6" => 'ś', "\xac" => 'Ź', "\xbc" => 'ź'];

    return strtr($text, $letters);
}
